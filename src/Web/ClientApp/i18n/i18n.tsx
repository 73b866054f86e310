import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './en';

export type Language = 'en' | 'vi';
export type MessageKey = keyof typeof en;
export type Params = Record<string, string | number>;
export type Translate = (key: MessageKey, params?: Params) => string;

type Catalogue = Record<MessageKey, string>;

/** English is there at once; the others are loaded when somebody reads them. */
const load: Record<Language, () => Promise<Catalogue>> = { en: async () => en, vi: async () => (await import('./vi')).vi };
const key = 'talkconnect.language';

/** The text of a key; {name} is replaced, and a key with _one and _other follows the number {n}. */
export function translate(texts: Catalogue, language: Language, message: MessageKey, params: Params = {}): string {
  const catalogue = texts as Record<string, string>;
  const form = 'n' in params ? `${message}_${new Intl.PluralRules(language).select(Number(params.n))}` : message;
  const text = catalogue[form] ?? catalogue[message] ?? message;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

interface I18n {
  language: Language;
  /** For Intl: the browser's own form of the language where it has one. */
  locale: string;
  t: Translate;
  choose: (language: Language) => void;
}

const Context = createContext<I18n | null>(null);

const preferred = (): Language => {
  const chosen = localStorage.getItem(key);
  return chosen === 'en' || chosen === 'vi' ? chosen : navigator.language.startsWith('vi') ? 'vi' : 'en';
};

export function I18nProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(preferred);
  const [{ language, texts }, setLoaded] = useState<{ language: Language; texts: Catalogue }>({ language: 'en', texts: en });
  useEffect(() => {
    let current = true;
    void load[wanted]().then((loaded) => {
      if (current) {
        document.documentElement.lang = wanted;
        setLoaded({ language: wanted, texts: loaded });
      }
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  const value = useMemo<I18n>(
    () => ({
      language,
      locale: navigator.language.startsWith(language) ? navigator.language : language,
      t: (message, params) => translate(texts, language, message, params),
      choose: (next) => {
        localStorage.setItem(key, next);
        setWanted(next);
      },
    }),
    [language, texts],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n() {
  const value = useContext(Context);
  if (!value) throw new Error('useI18n needs an I18nProvider.');
  return value;
}
