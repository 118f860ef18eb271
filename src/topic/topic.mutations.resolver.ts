import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { answer, resultUnion } from "../graphql/result.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { mergeTopics, updateTopic, type WrittenTopic } from "./topic-edit.service.js";
import { MergeTopicsInput, UpdateTopicInput } from "./topic.inputs.js";
import { Topic } from "./topic.type.js";

function topicResult(name: string) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Topic, { description: "The updated topic." })
    readonly topic: Answer<Topic>;

    constructor({ topicId }: WrittenTopic) {
      this.topic = answerWith(Topic, topicId);
    }
  }
  return {
    Payload,
    Result: resultUnion(name, Payload, [ValidationError, NotFoundError, ForbiddenError, ConflictError]),
  };
}

const UpdateTopic = topicResult("UpdateTopic");
const MergeTopics = topicResult("MergeTopics");

/** Writes topics. New topics are made by the articles that name them. */
@Resolver()
export class TopicMutations {
  @Mutation(() => UpdateTopic.Result, {
    description: "Renames a topic. Earlier slugs keep leading to it, and so do its earlier names in articles.",
  })
  async updateTopic(
    @Arg("input", () => UpdateTopicInput, { description: "The changes." }) input: UpdateTopicInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateTopic(work, input), (done) => new UpdateTopic.Payload(done));
  }

  @Mutation(() => MergeTopics.Result, {
    description: "Makes one topic of two: all articles of the first are filed under the second.",
  })
  async mergeTopics(
    @Arg("input", () => MergeTopicsInput, { description: "Which topic goes and which stays." }) input: MergeTopicsInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await mergeTopics(work, input), (done) => new MergeTopics.Payload(done));
  }
}
