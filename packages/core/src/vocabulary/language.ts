/** Languages the product speaks: names of phases and steps, documents and the web interface. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A short text in every language. */
export type LocalizedText = Readonly<Record<Language, string>>;
