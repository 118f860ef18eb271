import { Field, ID, InterfaceType } from "type-graphql";

/** Whatever has a global id. */
@InterfaceType({
  description: "Whatever has a global id, by which `node` finds it again.",
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque and global; the same in every draft and revision." })
  id!: string;
}
