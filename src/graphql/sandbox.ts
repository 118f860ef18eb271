/** The document that Apollo Sandbox opens with, and that the server prints at its start. */
export const FIRST_QUERY = `# The newest story, down to who said what and where it can be checked.
query NewestStory {
  articles(first: 1) {
    nodes {
      headline
      dateline { text place date }
      body {
        __typename
        ... on Paragraph {
          text
          quotes {
            text
            speaker { name role }
            check { verdict differences { kind quoted original } }
          }
        }
        ... on EmbeddedPost { authorName authorHandle text postedOn availability }
      }
    }
  }
}
`;
