import { registerEnumType } from "type-graphql";

/** Which way an order runs. */
export const OrderDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type OrderDirection = keyof typeof OrderDirection;
registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Direction of an order.",
  valuesConfig: {
    ASC: { description: "Smallest, earliest or first letter first." },
    DESC: { description: "Largest, latest or last letter first." },
  },
});
