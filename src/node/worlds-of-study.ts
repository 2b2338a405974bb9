/** The worlds that the manifest of a study names, to ask its agents. */
import { BadInput, resized, type Scenario, type Size, withInput } from '../scenario/index.ts'
import { readManifest } from './read-manifest.ts'

/**
 * The baseline, and the policy that is asked for or the only one; with the seed of the study.
 * @throws CannotRun where the folder has no manifest, BadInput where it does not say which policy
 */
export function worldsOfStudy(
  folder: string,
  policy: string | undefined,
  size: Size,
): { readonly scenarios: readonly Scenario[]; readonly seed: string } {
  const { design } = readManifest(folder)
  const [baseline, ...policies] = design.scenarios
  const names = policies.map(({ name }) => name)
  if (policy !== undefined && !names.includes(policy))
    throw new BadInput(
      `the study in ${folder} has no policy ${policy}: ${names.length > 0 ? `it has ${names.join(', ')}` : 'it is of one scenario'}`,
    )
  if (policy === undefined && names.length > 1)
    throw new BadInput(
      `the study in ${folder} has several policies: name one of ${names.join(', ')}`,
    )
  const chosen = policies.filter(({ name }) => name === (policy ?? names[0]))
  return {
    scenarios: [baseline, ...chosen].map((one) => withInput(one, resized(one.input, size))),
    seed: design.question.seed,
  }
}
