import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/page/page.js";
import { readDocument } from "./documents.js";

function rolesAndTexts(html: string): readonly (readonly [string, string])[] {
  return readHtml(html).blocks.map((block) => [block.kind === "text" ? block.role : block.kind, block.text] as const);
}

describe("the body of a story becomes clean paragraphs", () => {
  test("as an editor of blocks exports it", () => {
    const html = `<!-- wp:paragraph --><p>The quay holds.</p><!-- /wp:paragraph -->
<!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="q.jpg"><figcaption>The quay.</figcaption></figure><!-- /wp:image -->
<!-- wp:quote --><blockquote class="wp-block-quote"><p>“It held.”</p></blockquote><!-- /wp:quote -->
<!-- wp:table --><figure class="wp-block-table"><table><tr><td>First ferry</td><td>6.00</td></tr></table></figure><!-- /wp:table -->
<!-- wp:list --><ul><li>Adults pay four.</li></ul><!-- /wp:list -->`;
    expect(rolesAndTexts(html)).toEqual([
      ["text", "The quay holds."],
      ["text", "“It held.”"],
      ["text", "First ferry | 6.00"],
      ["list", "Adults pay four."],
    ]);
  });

  test("without paragraphs that hold nothing one can see", () => {
    const html = "<p>The quay holds.</p><p>\u200b</p><p>&#8203;&shy;</p><p>It was said.</p>";
    const { elements } = readDocument("HTML", html).story;
    expect(elements.map(({ text }) => text)).toEqual(["The quay holds.", "It was said."]);
  });

  test("as it is before its editor marks paragraphs up, without shortcodes and with words in brackets", () => {
    const html = `The quay [sic] holds,\nit was said.\n\n[caption id="a7" width="300"]<img src="q.jpg"> The quay.[/caption]\n\n<h2>After the storm</h2>\nThe ferry <em>runs</em> again.\n\n[gallery ids="1,2"]\n\n[box]Children travel free.[/box]`;
    expect(rolesAndTexts(html)).toEqual([
      ["text", "The quay [sic] holds, it was said."],
      ["subhead", "After the storm"],
      ["text", "The ferry runs again."],
      ["text", "Children travel free."],
    ]);
  });

  test("as a text processor leaves it on the clipboard", () => {
    const html = `<p class=MsoNormal><span lang=DE style='font-size:11.0pt'>Der Kai <o:p></o:p>hält.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp;</span></span><![endif]>Kinder fahren frei.<o:p></o:p></p>`;
    expect(rolesAndTexts(html)).toEqual([
      ["text", "Der Kai hält."],
      ["list", "Kinder fahren frei."],
    ]);
  });

  test("as an editor in the browser leaves it on the clipboard", () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>The quay holds.</span></p><br><ul><li dir="ltr"><p dir="ltr"><span>Children travel free.</span></p></li></ul></b>`;
    expect(rolesAndTexts(html)).toEqual([
      ["text", "The quay holds."],
      ["list", "Children travel free."],
    ]);
  });

  test("as mail carries it", () => {
    expect(rolesAndTexts("<div dir=ltr><div>The quay holds.</div><div><br></div><div>It held.</div></div>")).toEqual([
      ["text", "The quay holds."],
      ["text", "It held."],
    ]);
    expect(rolesAndTexts("<pre>The quay\nholds.\n\nIt held.</pre>")).toEqual([
      ["text", "The quay holds."],
      ["text", "It held."],
    ]);
    const outlook = `<html><body lang=EN><div class=WordSection1><table class=MsoNormalTable><tr><td><p class=MsoNormal>The quay holds.</p><p class=MsoNormal>It held.</p></td></tr></table></div></body></html>`;
    expect(rolesAndTexts(outlook)).toEqual([
      ["text", "The quay holds."],
      ["text", "It held."],
    ]);
  });
});
