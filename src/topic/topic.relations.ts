import { shape } from "../graphql/loading/shape.js";
import { isTopicVisible } from "./topic.queries.js";
import { Topic } from "./topic.type.js";

/** How topics are read, and the topics of articles. */
export const topicLoading = [
  shape(Topic, {
    table: "topic",
    changesWith: { type: "Topic", column: "id", isSeenByReference: true },
    visible: isTopicVisible,
  }),
];
