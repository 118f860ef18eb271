import { Arg, type ClassType, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import { answer, resultUnion } from "../graphql/result.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import type { RequestContext } from "../auth/request.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { StalePersonVersionError } from "./person.errors.js";
import { CreatePersonInput, DeletePersonInput, MergePersonsInput, UpdatePersonInput } from "./person.inputs.js";
import { createPersonOnce, updatePerson, type WrittenPerson } from "./person.service.js";
import { Person } from "./person.type.js";
import { MergedContent } from "./merged-content.type.js";
import { deletePerson, type MergedPerson, mergePersons } from "./person-merge.service.js";

/** Everything that can keep a write to a person from being done. */
const ERRORS = [ValidationError, NotFoundError, ForbiddenError, ConflictError] as const;

function personResult(name: string, more: readonly ClassType[] = []) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Person, { description: "The updated person." })
    readonly person: Answer<Person>;

    constructor({ personId }: WrittenPerson) {
      this.person = answerWith(Person, personId);
    }
  }
  return { Payload, Result: resultUnion(name, Payload, [...ERRORS, ...more]) };
}

const CreatePerson = personResult("CreatePerson");
const UpdatePerson = personResult("UpdatePerson", [StalePersonVersionError]);

@ObjectType({ description: "The mutation succeeded, or would.", simpleResolvers: true })
export class MergePersonsPayload {
  @Field(() => Person, { description: "The remaining person; as before in a dry run." })
  readonly person: Answer<Person>;

  @Field(() => MergedContent, { description: "What the merge changed, or would change." })
  readonly merged: MergedContent;

  constructor({ personId, merged }: MergedPerson) {
    this.person = answerWith(Person, personId);
    this.merged = merged;
  }
}

const MergePersonsResult = resultUnion("MergePersons", MergePersonsPayload, ERRORS);

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class DeletePersonPayload {
  @Field(() => ID, { description: "The id that the person had." })
  readonly deletedId: string;

  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }
}

const DeletePersonResult = resultUnion("DeletePerson", DeletePersonPayload, ERRORS);

/** Writes persons. */
@Resolver()
export class PersonMutations {
  @Mutation(() => CreatePerson.Result, { description: "Makes a person." })
  async createPerson(
    @Arg("input", () => CreatePersonInput, { description: "The person." }) input: CreatePersonInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await createPersonOnce(work, input), (done) => new CreatePerson.Payload(done));
  }

  @Mutation(() => UpdatePerson.Result, { description: "Changes a person." })
  async updatePerson(
    @Arg("input", () => UpdatePersonInput, { description: "The changes." }) input: UpdatePersonInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updatePerson(work, input), (done) => new UpdatePerson.Payload(done));
  }

  @Mutation(() => MergePersonsResult, {
    description:
      "Makes one person of two: all that names the first names the second. A dry run returns what would change.",
  })
  async mergePersons(
    @Arg("input", () => MergePersonsInput, { description: "Who goes and who stays." }) input: MergePersonsInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await mergePersons(work, input), (done) => new MergePersonsPayload(done));
  }

  @Mutation(() => DeletePersonResult, {
    description:
      "Deletes a person who is neither quoted nor an author anywhere: not in published articles, drafts or the trash.",
  })
  async deletePerson(
    @Arg("input", () => DeletePersonInput, { description: "Who." }) input: DeletePersonInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await deletePerson(work, input), () => new DeletePersonPayload(input.id));
  }
}
