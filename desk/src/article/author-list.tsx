import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";
import type { ChosenAuthor } from "./head-values.ts";
import { useCanEdit } from "./use-article-parts.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** Who wrote the article, in printed order. */
export function AuthorList() {
  const { t } = useWords();
  const open = useOpenArticle();
  const isReadOnly = !useCanEdit();
  const authors = useArticle(({ head }) => head.authors);
  const set = (next: readonly ChosenAuthor[]): void => open.setField("authors", next);
  return (
    <fieldset className="list-field" id="head-authors" tabIndex={-1}>
      <legend>{t("article.authors")}</legend>
      <ol>
        {authors.map((author, at) => (
          <li key={author.person.id} className="list-item">
            <span className="grow" dir="auto">
              {author.person.name}
            </span>
            <Field
              label={t("article.authorRole", { name: author.person.name })}
              hidesLabel
              placeholder={t("article.role")}
              isReadOnly={isReadOnly}
              value={author.role}
              onChange={(role) => set(authors.with(at, { ...author, role }))}
            />
            <Button
              look="bare"
              isDisabled={isReadOnly}
              aria-label={t("article.remove", { name: author.person.name })}
              onPress={() => set(authors.filter((each) => each !== author))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <PersonPicker
        label={t("article.addAuthor")}
        value={null}
        canCreate
        isReadOnly={isReadOnly}
        onChange={(person) => {
          if (!person || authors.some((each) => each.person.id === person.id)) return;
          open.know({ person });
          set([...authors, { person, role: "" }]);
        }}
      />
    </fieldset>
  );
}
