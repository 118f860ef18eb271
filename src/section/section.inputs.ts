import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "A new section." })
export class CreateSectionInput {
  @Field(() => String, { description: "The name as it is shown." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its name in addresses; made of the name where absent." })
  slug?: string | null;

  @Field(() => ID, { nullable: true, description: "The section that it belongs to; absent or null at the top level." })
  parentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Place among the sections with the same parent, from 0; the last place where absent.",
  })
  position?: number | null;
}

@InputType({ description: "What changes of a section. What is absent is left as it is." })
export class UpdateSectionInput {
  @Field(() => ID, { description: "The section." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The name as it is shown; the slug stays." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its name in addresses; the old one keeps leading to the section.",
  })
  slug?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The section that it belongs to from now on, with all that is in it; null: the top level.",
  })
  parentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Place among the sections with the same parent, from 0. Where it is absent, a section with a new parent is the last.",
  })
  position?: number | null;
}

@InputType({ description: "A section to delete. Refused while articles or other sections are in it." })
export class DeleteSectionInput {
  @Field(() => ID, { description: "The section." })
  id!: string;
}
