import type { Project } from '../project/project.ts';
import { escapeMarkdown, fitParticles } from '../project/text.ts';
import type { Wish } from '../project/wishes.ts';
import { render, template, type Values } from '../render.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** The text of a document, by its name under docs/ (such as `planning/01_idea`). `more` adds values of its own. */
export function writeDocument(project: Project, name: string, more: Values = {}): string {
  const text = template(`docs/${project.language}/${name}.md`);
  return fitParticles(render(text, { ...valuesOf(project), ...more }, escapeMarkdown));
}

function valuesOf(project: Project): Values {
  const words = project.language === 'ko' ? ko : en;
  const kind = words.kinds[project.kind];
  const { title, prompt, tagline, problem, one, many, resource, metric, personas, features, fields } =
    project;
  const [p1, p2] = personas;
  const labels = (list: { label: string }[]): string => list.map((field) => field.label).join(', ');
  const unanswered = project.wishes.filter((wish) => wish.answers.length === 0 || wish.partly);
  const answer = ({ answers, partly }: Wish): string => {
    const text = answers.join(', ');
    if (text === '') return words.notYet;
    return partly ? words.partly(text) : text;
  };
  const item = `/api/${resource}/{id}/days/{day}`;
  return {
    title,
    prompt,
    tagline,
    problem,
    one,
    many,
    resource,
    metric,
    Problem: capital(problem),
    Many: capital(many),
    p1name: p1.name,
    p1role: p1.role,
    p1goal: p1.goal,
    p1pain: p1.pain,
    p2name: p2.name,
    p2role: p2.role,
    p2goal: p2.goal,
    p2pain: p2.pain,
    alternatives: project.alternatives,
    alternative1: project.alternatives[0]?.name ?? '',
    alternative2: project.alternatives[1]?.name ?? '',
    requests: project.wishes.map((wish) => ({ id: wish.id, text: wish.text, answer: answer(wish) })),
    features: features.map((feature, index) => ({
      ...feature,
      persona: index % 2 === 0 ? p1.name : p2.name,
      priority: index < 2 ? words.must : words.should,
      accepted: words.accepted[project.kit.proofs[index] ?? 'action'],
      checkedBy: words.checkedBy[project.kit.proofs[index] ?? 'action'],
    })),
    ...Object.fromEntries(features.map((feature, index) => [`feature${index + 1}`, feature.name])),
    fields: fields.map((field) => ({
      key: field.key,
      label: field.label,
      typeName: words.types[field.type],
      requiredText: field.required ? words.requiredText : '',
      requiredWord: field.required ? words.required : words.optional,
      rule: field.options
        ? words.oneOf(labels(field.options))
        : [words.rules[field.type], field.max && field.type !== 'tags' ? words.upTo(field.max) : '']
            .filter(Boolean)
            .join(', '),
    })),
    colour: project.colour[project.language].toLowerCase(),
    slip: '',
    fieldList: labels(fields),
    insightList: Object.values(project.insights).join(', '),
    rowAction: kind.rowAction,
    dailyAction: kind.dailyAction,
    derived: kind.derived,
    extraFields: kind.extraFields,
    transitions: kind.transitions,
    extraRoutes: project.kit.marks
      ? [
          { route: `PUT ${item}`, purpose: words.markRoutes.set },
          { route: `DELETE ${item}`, purpose: words.markRoutes.clear },
        ]
      : [],
    example: JSON.stringify(project.samples[0] ?? {}, null, 2),
    later: [
      ...unanswered.map((wish) => ({
        version: '1.1',
        idea: words.laterWish(wish.text),
        needs: words.afterVersion1,
      })),
      ...words.later,
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
