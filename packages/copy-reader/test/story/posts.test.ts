import { describe, expect, test } from "vitest";
import { isPlaceholder } from "../../src/posts/placeholders.js";
import { readPostDay } from "../../src/posts/days.js";
import { readPlainCopy } from "../../src/story/read-plain-copy.js";

function elementsAfter(copy: string) {
  const all = readPlainCopy(`The lock opens\n\nThe sea lock opened on Monday, the town said.\n\n${copy}`).elements;
  return all.slice(1);
}

describe("the day of a post is read in the languages in which platforms write it", () => {
  const days = [
    "May 26, 2025",
    "26 mai 2025",
    "26. Mai 2025",
    "26 de mayo de 2025",
    "26 de maio de 2025",
    "26 maggio 2025",
    "26 mei 2025",
    "26. maj 2025",
    "26. toukokuuta 2025",
    "26 maja 2025",
    "26. května 2025",
    "26. mája 2025",
    "2025. május 26.",
    "26 Mayıs 2025 Pazartesi",
    "26 Μαΐου 2025",
    "26 мая 2025 г.",
    "26 травня 2025 р.",
    "26 май 2025 г.",
    "٢٦ مايو ٢٠٢٥",
    "الاثنين، 26 مايو، 2025",
    "۲۶ مهٔ ۲۰۲۵",
    "۵ خرداد ۱۴۰۴",
    "26 במאי 2025",
    "26 मई 2025",
    "২৬ মে, ২০২৫",
    "26 พฤษภาคม 2568",
    "26 Tháng 5, 2025",
    "26 Mei 2025",
    "Mayo 26, 2025",
    "2025年5月26日(月)",
    "2025년 5월 26일",
    "5월 26일, 2025",
    "Montag, 26. Mai 2025 um 15:04 Uhr",
    "3:04 PM · May 26, 2025",
    "午後3:04 · 2025年5月26日",
    "on May 26, 2025 at 3:04pm PDT",
    "26/05/2025",
    "2025-05-26T15:04:05.000Z",
  ];
  test.each(days)("%s", (day) => {
    expect(readPostDay(day)?.date).toBe("2025-05-26");
  });

  test.each(["May 26", "February 30, 2025", "the 26th", "in May 2025", ""])("%s is no full day", (text) => {
    expect(readPostDay(text)?.date ?? null).toBeNull();
  });
});

describe("a plain signature ends a post", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["The lock is open.— Lock – Ostwick (@lockostwick) 26. Mai 2025", "Lock – Ostwick", "The lock is open."],
    ["The lock is open -- Lock Ostwick (@lockostwick) May 26, 2025", "Lock Ostwick", "The lock is open"],
    ["The lock is open.\n— Lock Ostwick (@lockostwick)\nMay 26, 2025", "Lock Ostwick", "The lock is open."],
    ["The lock is open. — Lock (Ostwick) (@lockostwick) on May 26, 2025", "Lock (Ostwick)", "The lock is open."],
    ["水門が開いた。— 水門（@lockostwick）2025年5月26日", "水門", "水門が開いた。"],
    ["فُتحت البوابة. — بوابة (@lockostwick) ٢٦ مايو ٢٠٢٥", "بوابة", "فُتحت البوابة."],
  ];
  test.each(cases)("%s", (copy, authorName, text) => {
    expect(elementsAfter(copy)).toMatchObject([
      { kind: "post", authorName, authorHandle: "@lockostwick", postedOn: "2025-05-26", text },
    ]);
  });

  test("a link behind it is the post's address, and text behind it goes on", () => {
    const copy = "Open. — Lock (@lock) May 26, 2025 https://x.com/lock/status/12345\n\nShips came in at once.";
    expect(elementsAfter(copy)).toMatchObject([
      { kind: "post", url: "https://x.com/lock/status/12345" },
      { kind: "paragraph", text: "Ships came in at once." },
    ]);
  });

  const prose = [
    "The keeper — Ines Wold (@inesw) — saw it first.",
    "The keeper — Ines Wold (@inesw) on May 26, 2025 said that it was open.",
    "It was a long night at the lock.\n\n— Ines Wold (@inesw)",
    "Follow them:\n\n— Ines Wold (@inesw)\n— Bo Lund (@bolund)",
    "Write to the keeper — Ines Wold (ines@lock.example) — before May 26, 2025.",
    "Its accounts are @lock, (@lock.bsky.social) and lock@lock.example.",
  ];
  test.each(prose)("but there is no post in: %s", (copy) => {
    expect(elementsAfter(copy).map(({ kind }) => kind)).not.toContain("post");
  });
});

describe("the notice that a post is gone is known in the languages of the platforms", () => {
  const notices = [
    "This Post was deleted by the Post author. Learn more",
    "This Tweet is from a suspended account.",
    "Sorry, this page isn't available.",
    "You’re unable to view this Post because this account owner limits who can view their Posts.",
    "Post not found",
    "The link to this photo or video may be broken, or the post may have been removed.",
    "Dieser Beitrag ist nicht mehr verfügbar.",
    "Dieser Post wurde vom Verfasser gelöscht.",
    "Dieser Tweet stammt von einem gesperrten Account.",
    "Dieser Post stammt von einem Account, der nicht mehr existiert. Mehr erfahren",
    "Ce Tweet n’est plus disponible.",
    "Ce post provient d’un compte suspendu. En savoir plus",
    "Cette publication a été supprimée par son auteur.",
    "Este tuit ha sido eliminado por su autor.",
    "Esta publicación ya no está disponible.",
    "El autor de este post lo eliminó. Más información",
    "Este post es de una cuenta que ya no existe.",
    "Este post foi excluído pelo autor.",
    "Este conteúdo não está disponível no momento.",
    "Questo tweet è stato eliminato dal suo autore.",
    "Questo contenuto non è al momento disponibile.",
    "Bu gönderi, sahibi tarafından silindi.",
    "Bu Tweet kullanılamıyor.",
    "هذه التغريدة غير متاحة.",
    "تم حذف هذا المنشور من قبل صاحبه.",
    "این توییت در دسترس نیست.",
    "این پست توسط نویسنده حذف شده است.",
    "このポストは、ポストの作成者により削除されました。",
    "このツイートは表示できません。",
  ];
  test.each(notices)("%s", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  const others = [
    "The lock is open again, and the first ships are through.",
    "Die Schleuse ist wieder offen.",
    "Removed 40 tonnes of silt today.",
    "船が通った。",
    `This post is long. ${"It says what happened at the lock. ".repeat(8)} Then it was deleted.`,
  ];
  test.each(others)("and other words are not taken for it: %s", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
