import { TopicsFoundDocument, type TopicToNameFragment } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { Picker, type PickerProps } from "./picker.tsx";

/** Finds a topic by a part of its name. An empty field is none. */
export function TopicPicker(props: PickerProps<TopicToNameFragment>) {
  return <Picker {...props} kind="topics" find={findTopics} />;
}

/** The topics with these characters in their names. */
export async function findTopics(name: string, signal: AbortSignal): Promise<readonly TopicToNameFragment[]> {
  return (await request(TopicsFoundDocument, { name }, { signal })).topics.nodes;
}
