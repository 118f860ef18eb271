import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { answer, resultUnion } from "../graphql/result.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { type MergedTopic, mergeTopics, updateTopic, type WrittenTopic } from "./topic-edit.service.js";
import { RefiledArticles } from "./refiled-articles.type.js";
import { MergeTopicsInput, UpdateTopicInput } from "./topic.inputs.js";
import { Topic } from "./topic.type.js";

const ERRORS = [ValidationError, NotFoundError, ForbiddenError, ConflictError] as const;

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class UpdateTopicPayload {
  @Field(() => Topic, { description: "The updated topic." })
  readonly topic: Answer<Topic>;

  constructor({ topicId }: WrittenTopic) {
    this.topic = answerWith(Topic, topicId);
  }
}

@ObjectType({ description: "The mutation succeeded, or would.", simpleResolvers: true })
export class MergeTopicsPayload {
  @Field(() => Topic, { description: "The remaining topic; as before in a dry run." })
  readonly topic: Answer<Topic>;

  @Field(() => RefiledArticles, { description: "What the merge filed under the remaining topic, or would." })
  readonly refiled: RefiledArticles;

  constructor({ topicId, refiled }: MergedTopic) {
    this.topic = answerWith(Topic, topicId);
    this.refiled = refiled;
  }
}

const UpdateTopicResult = resultUnion("UpdateTopic", UpdateTopicPayload, ERRORS);
const MergeTopicsResult = resultUnion("MergeTopics", MergeTopicsPayload, ERRORS);

/** Writes topics. New topics are made by the articles that name them. */
@Resolver()
export class TopicMutations {
  @Mutation(() => UpdateTopicResult, {
    description: "Renames a topic. Earlier slugs keep leading to it, and so do its earlier names in articles.",
  })
  async updateTopic(
    @Arg("input", () => UpdateTopicInput, { description: "The changes." }) input: UpdateTopicInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateTopic(work, input), (done) => new UpdateTopicPayload(done));
  }

  @Mutation(() => MergeTopicsResult, {
    description: "Makes one topic of two: all articles of the first are filed under the second.",
  })
  async mergeTopics(
    @Arg("input", () => MergeTopicsInput, { description: "Which topic goes and which stays." }) input: MergeTopicsInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await mergeTopics(work, input), (done) => new MergeTopicsPayload(done));
  }
}
