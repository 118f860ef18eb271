import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType({
  description: "An object with a global id, which `node` looks up.",
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque global id; the same in every draft and revision." })
  id!: string;
}
