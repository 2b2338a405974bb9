/** The words for findings, in English. */
import type { FindingWords } from './finding.ts'

export const english: FindingWords = {
  beside: (place) => `beside ${place}`,
  meant: (what) => `did you mean ${what}?`,
  codes: {
    'missing-file': ({ got }) => `there is no file ${got}`,
    'is-folder': ({ got }) => `${got} is a folder, not a scenario file`,
    'no-text': ({ got }) => `${got} is not UTF-8 text: save it as UTF-8`,
    'no-file': ({ got }) =>
      `${got} is a device, pipe or socket, not a file: save its content in a file`,
    'utf-16': ({ got }) => `${got} is text in UTF-16: save it as UTF-8`,
    unreadable: ({ got, expected }) => `${got} cannot be read: ${expected}`,
    empty: ({ got }) =>
      got === undefined ? 'the file is empty' : `${got} has no value: write ${got}=VALUE`,
    'too-large': ({ got, expected }) => `${got} has more than ${expected} characters`,
    'too-deep': () => 'the text is nested too deeply',
    'too-many-aliases': ({ expected }) => `more than ${expected} aliases are expanded`,
    syntax: ({ got }) => `this is not YAML: ${got}`,
    'duplicate-key': ({ got }) => `duplicate key ${got}`,
    'missing-anchor': ({ got }) => `alias *${got} has no anchor &${got} before it`,
    'alias-cycle': ({ got }) =>
      `alias *${got} stands within what &${got} names, so it contains itself`,
    'second-document': () => 'a second document begins here; a file contains one scenario',
    'missing-base': ({ got }) =>
      `extends ${got}, which is neither in the folder of this file nor in the folder above`,
    'extends-cycle': ({ got }) => `extends ${got}, which extends this file`,
    'extends-depth': ({ expected }) => `extends more than ${expected} scenarios in a row`,
    'set-base': () => 'extends cannot be set: it is written in the scenario file',
    'set-form': ({ got }) => `${got} does not have the form path=value`,
    'unknown-key': ({ name, expected }) =>
      `unknown key ${name}${expected ? `; expected one of ${expected}` : ''}`,
    'unknown-row': ({ name, got, expected }) =>
      `${name} has no ${got}${expected ? `; it has ${expected}` : ''}`,
    'unknown-path': ({ got }) => `${got} is no value of the scenarios of this study`,
    'no-design': ({ got, expected }) => `${got}: ${expected}`,
    'missing-policy-file': ({ got }) => `there is no file ${got}`,
    'no-programs-here': ({ got }) =>
      `${got} is the program of a policy, which can be loaded from the command line and in Node alone`,
    'broken-policy': ({ name, got }) => `${name} is no policy: ${got}`,
    'policy-twice': ({ name, got }) =>
      `the policy is called ${name}, and so is ${got}: give it another name`,
    'untrusted-policy': ({ name }) =>
      `${name} comes from a file of whoever ran the study, and its program is a part of this one. If you trust it, add --trust`,
    'unknown-policy': ({ got, expected }) =>
      `unknown policy ${got}${expected ? `; expected one of ${expected}, or one in a file that the scenario names under use` : ''}`,
    'row-name': ({ name }) =>
      name === 'all'
        ? 'all cannot be a name: it denotes the total'
        : `${name} cannot be a name: letters, digits, hyphens, at most 60`,
    'control-character': ({ name, got, expected }) =>
      `${name} has the character ${got} at place ${expected}, which is not printable; remove it`,
    'too-long': ({ name, got, expected }) =>
      `${name} has ${got} characters, more than ${expected}; shorten it`,
    'empty-text': ({ name }) => `${name || 'the name'} is empty; write a text`,
    formula: ({ name, got }) =>
      `${name === got ? 'the name' : name} is ${got}, which a spreadsheet would run as a formula; begin with a letter or digit`,
    'reserved-name': ({ got, expected }) =>
      `${got} cannot be a name: it is reserved for results (${expected})`,
    'textbook-only': ({ name }) =>
      `${name} is for textbook markets only; textbook: true is not set`,
    missing: ({ name, expected }) => `${name}: missing ${expected}`,
    'no-base': ({ expected }) =>
      `the scenario extends nothing and has no rows in ${expected}; did you forget extends: indonesia-2023? (or write textbook: true, or the rows)`,
    'too-many': ({ name, got, expected }) => `${name} has ${got}, more than ${expected}`,
    conflict: ({ name, got, expected }) =>
      `${name} cannot be combined with ${got}; write ${expected}`,
    'no-value': ({ name, expected }) =>
      `${name} has no value: write its ${expected}, or leave it out`,
    'wrong-type': ({ name, got, expected }) =>
      `${name}: expected ${expected}, found ${got || 'an empty text'}`,
    'wrong-unit': ({ name, got, expected }) =>
      `${name} is in ${got}, which cannot be converted into ${expected}`,
    'not-finite': ({ name, got, expected }) => `${name} is ${got}, not a number from ${expected}`,
    thousands: ({ name, got, expected }) =>
      `${name} is ${got}: thousands are written without a separator, the decimal sign is a point; write ${expected}`,
    'decimal-comma': ({ name, got, expected }) =>
      `${name} is ${got}: the decimal sign is a point, not a comma; write ${expected}`,
    'decimal-or-thousands': ({ name, got, expected }) =>
      `${name} is ${got}, where the point may be a decimal point or a thousands separator; write ${expected} for thousands, or another number of decimals`,
    'two-numbers': ({ name, got }) => `${name} is ${got}: two numbers; write one`,
    'no-digits': ({ name, got, expected }) =>
      `${name} is ${got}: numbers are written in decimal digits; write ${expected}`,
    'perhaps-thousands': ({ name, got, expected }) =>
      `${name} is ${got}, where the point is a decimal point${expected ? `: under a hundredth of ${expected}` : ''}. Thousands are written without a separator; another number of decimals settles it`,
    'not-whole': ({ name, got }) => `${name} is ${got}, not a whole number`,
    // `expected` is the range, and the end of it that is in force.
    'cut-to-range': ({ name, got, expected }) =>
      `${name} comes out as ${got}, outside ${expected} is in force`,
    'out-of-range': ({ name, got, expected }) => `${name} is ${got}, outside ${expected}`,
    'no-option': ({ name, got, expected }) => `${name} is ${got}, not one of ${expected}`,
    'no-date': ({
      name,
      got,
      expected = 'not a date such as 2023-10-04 or 2023-10-04T17:00+07:00',
    }) => `${name} is ${got}, ${expected}`,
    'not-monday': ({ name, got }) => `${name} is ${got}, which is not the start of a Monday`,
    'end-before-start': ({ name, got, expected }) =>
      `${name} ends on ${got}, before its start on ${expected}`,
    'outside-horizon': ({ name, got, expected }) =>
      `${name} is ${got}, outside the run (${expected})`,
    'effective-before-announced': ({ got, expected }) =>
      `effective is ${got}, before it is announced on ${expected}`,
    'ends-too-early': ({ name, got, expected }) =>
      `${name} begins on ${expected} and its ${got}: that is the first day without it, so write a later day`,
    'without-force': ({ name, got, expected }) =>
      `${name} has no effect on ${expected}: ${got} starts earlier and sets the same value. List ${got} first`,
    'no-quantity': ({ name, got }) =>
      `${name} requires a quantity, which ${got} is not; write points`,
    'window-form': ({ name, got }) =>
      `${name} is ${got}; write one date, or two: 2023-10-05 to 2023-11-03, or closure + 1 day to closure + 30 days`,
    'two-main-windows': ({ got, expected }) =>
      `${got} is a main window, and so is ${expected}; a scenario has one`,
    'ambiguous-moment': ({ name, got, expected }) =>
      `${name} counts from ${got}, of which there are ${expected}; write dates`,
    ambiguous: ({ name, got, expected }) =>
      `${name} occurs ${got} times; specify one by its number: ${expected}`,
    'before-start': ({ name, got, expected }) =>
      `${name} has a step on ${got}, before the run begins on ${expected}: it applies from the first day on`,
    'while-solving': ({ name, got, expected }) =>
      `${name} is ${got}, before constants are calibrated for the last time on ${expected} (calendar.solve-until), so part of the policy effect is absorbed`,
    'shares-not-one': ({ name, got }) => `${name} add up to ${got}, not to 1`,
    'shares-above-one': ({ name, got }) => `${name} add up to ${got}, above 1`,
    'no-power-of-two': ({ name, got }) => `${name} is ${got}, not a power of two`,
    'popularity-feedback': ({ name, got, expected }) =>
      `${name} add up to ${got}, above ${expected}: popularity would be self-reinforcing without bound`,
    unused: ({ name }) => `the nest ${name} has no venue`,
    'nest-closed': ({ name, expected }) =>
      `nobody will ever choose the nest ${name}: none of its venues is open before ${expected}, while constants are calibrated (calendar.solve-until). Open one of them before, or place them in a nest that has an open venue`,
    'nest-without-share': ({ name }) =>
      `nobody will ever choose the nest ${name}: it has no share of purchases in any category. Write categories.*.nest-share.${name}, or place its venues in another nest`,
    'does-nothing': ({ name, expected }) =>
      `the programme ${name} has a name and nothing else, so that it does nothing: write its settings (${expected}), or slots: 0 where that is meant`,
    'sellers-not-sorted': ({ name, got, expected }) =>
      `${name} is listed after ${got}: list sellers by category, and within by region, in the order of these tables. List ${name} before ${expected}`,
  },
}
