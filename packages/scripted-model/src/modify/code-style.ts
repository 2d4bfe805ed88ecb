/** How a project writes its code. */
export interface CodeStyle {
  indent: string;
  double: boolean;
  semicolons: boolean;
  /** `function name (…)`. */
  spaced: boolean;
  isModule: boolean;
  strict: boolean;
}

/** Read the style off some lines of the project. @param isModule what the manifest says, when the lines do not tell. */
export function readStyle(lines: string[], isModule: boolean): CodeStyle {
  const text = lines.join('\n');
  const indented = lines.find((line) => /^(?:\t| {2,8})\S/.test(line) && !/^\s+\*/.test(line));
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const imports = /^(?:import|export)\b/m.test(text);
  const requires = /\brequire\(|\bmodule\.exports\b/.test(text);
  return {
    indent: /^\s+/.exec(indented ?? '')?.[0] ?? '  ',
    double: count(/"/g) > count(/'/g),
    semicolons: lines.length === 0 || count(/;\s*$/gm) >= count(/[)\w'"]\s*$/gm),
    spaced: /\bfunction\*? \w+ \(/.test(text),
    isModule: imports || (isModule && !requires),
    strict: /^\s*(['"])use strict\1/m.test(text),
  };
}

/** Code that was written with two spaces, single quotes and semicolons, in another style. */
export function inStyle(lines: string[], { indent, double, semicolons, spaced }: CodeStyle): string {
  return lines
    .map((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      const isDoc = /^\s*(?:\/\*\*|\*|\/\/)/.test(line);
      let code = line.trimStart();
      if (!isDoc && double && !code.includes('"')) code = code.replaceAll("'", '"');
      if (!isDoc && spaced) code = code.replace(/\bfunction (\w+)\(/, 'function $1 (');
      if (!isDoc && !semicolons) code = code.replace(/;$/, '');
      return code === '' ? '' : indent.repeat(depth) + code;
    })
    .join('\n');
}
