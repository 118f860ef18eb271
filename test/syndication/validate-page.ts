import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** The rules of the HTML standard, of accessibility and of whole documents; a headline is as long as the desk makes it. */
const checker = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    rules: { "long-title": "off" },
  }),
);

/** What breaks a rule in a page, one line each; nothing in a page that breaks none. */
export async function faultsOfPage(page: string): Promise<readonly string[]> {
  const { results } = await checker.validateString(page);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line} ${ruleId} ${message}`));
}
