import {
  CreatePersonByNameDocument,
  PersonsFoundDocument,
  type PersonToNameFragment,
} from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { Picker, type PickerProps } from "./picker.tsx";

interface PersonPickerProps extends PickerProps<PersonToNameFragment> {
  /** Whether a person of the typed name can be created. */
  readonly canCreate?: boolean;
}

/** Finds a person by a part of the name, or creates one. An empty field is nobody. */
export function PersonPicker({ canCreate = false, ...props }: PersonPickerProps) {
  return (
    <Picker
      {...props}
      kind="persons"
      find={findPersons}
      create={canCreate ? createPerson : undefined}
      describe={({ role }) => role ?? null}
    />
  );
}

async function findPersons(name: string, signal: AbortSignal): Promise<readonly PersonToNameFragment[]> {
  return (await request(PersonsFoundDocument, { name }, { signal })).persons.nodes;
}

async function createPerson(name: string): Promise<PersonToNameFragment> {
  const { createPerson: outcome } = await request(CreatePersonByNameDocument, { input: { name } });
  return payloadOf(outcome, "CreatePersonPayload").person;
}
