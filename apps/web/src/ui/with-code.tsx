/** A sentence in which `backticks` set off what is typed or named exactly. */
export function WithCode({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="font-mono text-[0.925em]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
