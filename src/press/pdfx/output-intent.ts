/** The output intent: the press for which the numbers of the file are meant (ISO 32000-1, 14.11.5). */
import { deflateSync } from 'node:zlib';
import { dict, name, type PdfDict, type PdfRef, PdfStream, PdfString, textString } from '../pdf/values.js';
import type { CmykProfile } from '../profile/profile.js';

/** The dictionary; `profile` is the object of {@link profileStream}. */
export function outputIntent({ name: info, identifier, registry, condition }: CmykProfile, profile: PdfRef): PdfDict {
  return dict({
    Type: name('OutputIntent'),
    S: name('GTS_PDFX'),
    OutputConditionIdentifier: asciiOr(identifier),
    OutputCondition: asciiOr(condition),
    RegistryName: registry ? asciiOr(registry) : undefined,
    Info: asciiOr(info),
    DestOutputProfile: profile,
  });
}

/** The ICC file as it is. */
export function profileStream({ bytes }: CmykProfile): PdfStream {
  const entries = dict({ N: 4, Alternate: name('DeviceCMYK'), Filter: name('FlateDecode') });
  return new PdfStream(entries, deflateSync(bytes));
}

/** Plain ASCII is what the tools of printing houses show rightly. */
function asciiOr(text: string): PdfString {
  return /^[\x20-\x7e]*$/u.test(text) ? new PdfString(text) : textString(text);
}
