/**
 * The enclosures in which the platform's prompts quote people, files and agents: `<name>…</name>`, whatever the name. What
 * stands in them is data: it must not be able to name a phase, a language or an answer.
 */
const ANY = /<([a-z]+(?:_[a-z]+)*)>[\s\S]*?<\/\1>/g;

/** A prompt without everything that it quotes. */
export function withoutFences(text: string): string {
  return text.replace(ANY, '');
}

/** A prompt in which everything that it quotes is blank, so that positions stay as they are. */
export function blankFences(text: string): string {
  return text.replace(ANY, (quoted) => ' '.repeat(quoted.length));
}

/** What a prompt quotes in the first enclosure of this name; undefined when there is none. */
export function fencedIn(text: string, fence: string): string | undefined {
  return new RegExp(`<${fence}>\\n?([\\s\\S]*?)\\n?</${fence}>`).exec(text)?.[1];
}
