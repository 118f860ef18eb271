import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { answer, resultUnion } from "../graphql/result.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { CreateSectionInput, DeleteSectionInput, UpdateSectionInput } from "./section.inputs.js";
import { createSection, deleteSection, updateSection, type WrittenSection } from "./section.service.js";
import { Section } from "./section.type.js";

/** Everything that can keep a write to a section from being done. */
const ERRORS = [ValidationError, NotFoundError, ForbiddenError, ConflictError] as const;

function sectionResult(name: string) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Section, { description: "The updated section." })
    readonly section: Answer<Section>;

    constructor({ sectionId }: WrittenSection) {
      this.section = answerWith(Section, sectionId);
    }
  }
  return { Payload, Result: resultUnion(name, Payload, ERRORS) };
}

const CreateSection = sectionResult("CreateSection");
const UpdateSection = sectionResult("UpdateSection");

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class DeleteSectionPayload {
  @Field(() => ID, { description: "The id that the section had." })
  readonly deletedId: string;

  constructor(deletedId: string) {
    this.deletedId = deletedId;
  }
}

const DeleteSectionResult = resultUnion("DeleteSection", DeleteSectionPayload, ERRORS);

/** Writes sections. Readers see every change at once, so that editors make them. */
@Resolver()
export class SectionMutations {
  @Mutation(() => CreateSection.Result, { description: "Makes a section." })
  async createSection(
    @Arg("input", () => CreateSectionInput, { description: "The section." }) input: CreateSectionInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await createSection(work, input), (done) => new CreateSection.Payload(done));
  }

  @Mutation(() => UpdateSection.Result, { description: "Renames or moves a section. Readers see it at once." })
  async updateSection(
    @Arg("input", () => UpdateSectionInput, { description: "The changes." }) input: UpdateSectionInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateSection(work, input), (done) => new UpdateSection.Payload(done));
  }

  @Mutation(() => DeleteSectionResult, {
    description: "Deletes a section in which nothing is: no article, in any of its versions, and no other section.",
  })
  async deleteSection(
    @Arg("input", () => DeleteSectionInput, { description: "The section." }) input: DeleteSectionInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await deleteSection(work, input), () => new DeleteSectionPayload(input.id));
  }
}
