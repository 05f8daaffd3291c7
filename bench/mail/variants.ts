// An attack as its author sends it: one story told in four languages, no two letters the same.
//
// Every sentence has several wordings, words in them have others, the middle of the letter is shuffled, subjects take turns;
// links stand on eight domains under paths of their own, senders on twelve domains take turns, and every reader has a name,
// an amount and a number of their own. Written apart from what finds them: nothing here knows how letters are compared.

import type { RawMessage } from '../../src/ingest/message-record.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';

export interface Variant {
  readonly at: Instant;
  readonly raw: RawMessage;
}

export interface Plan {
  readonly seed: string;
  readonly variants: number;
  readonly readers: readonly string[];
  readonly from: Instant;
  /** In one language alone. */
  readonly isPlain?: boolean;
}

interface Story {
  readonly subjects: readonly string[];
  readonly opening: string;
  /** In any order. */
  readonly middle: readonly string[];
  readonly closing: string;
}

const STORIES: readonly Story[] = [
  {
    subjects: [
      '{Payroll|Salary} {notice|update} {number}',
      'Your {payslip|salary statement} {number}',
      '{Action needed|Please confirm}: {number}',
    ],
    opening:
      '{Dear|Hello|Good day} {name}, {we have moved|we are moving} the {payroll|salary} {portal|system} to a {new|different} provider.',
    middle: [
      'Your {salary|pay} of {amount} {is on hold|has been held back|cannot be paid out} until {your account is|your details are} {confirmed|verified}.',
      '{Please sign in|Kindly log in} with your {work|company} {account|e-mail address} and {password|credentials} {today|within 24 hours} so that the {payment|transfer} {can go out|is released}.',
      '{Employees|Colleagues} who do not {confirm|verify} {in time|before the deadline} will {receive|get} their {salary|pay} {with the next run|one month later}.',
      'This {step|procedure} {takes|needs} {less than two minutes|only a moment} and {has to be done|must be completed} by {everybody|every member of staff}.',
      'Your {case|reference} {number|no.} is {number}; {please quote it|keep it at hand} {in all questions|whenever you write to us}.',
    ],
    closing:
      '{Confirm your account here|Sign in here|Go to the portal}: {link} {Kind regards|Best wishes|Yours sincerely}, the {payroll|human resources} {team|department}',
  },
  {
    subjects: ['{Gehaltsabrechnung|Lohnabrechnung} {number}', '{Bitte bestätigen|Handlung erforderlich}: {number}'],
    opening:
      '{Guten Tag|Hallo} {name}, {wir haben|wir mussten} das {Portal|System} für {Gehälter|Löhne} auf einen {neuen|anderen} Anbieter {umgestellt|umstellen}.',
    middle: [
      'Ihr {Gehalt|Lohn} von {amount} {wird zurückgehalten|kann nicht ausgezahlt werden}, bis {Ihr Konto bestätigt ist|Ihre Angaben geprüft sind}.',
      '{Bitte melden Sie sich|Melden Sie sich bitte} mit {Ihrem Konto und Passwort|Ihrer Adresse und Ihrem Kennwort} {noch heute|binnen 24 Stunden} an, damit die {Zahlung|Überweisung} {freigegeben wird|erfolgen kann}.',
      'Wer {nicht rechtzeitig|nicht vor Ablauf der Frist} {bestätigt|antwortet}, erhält {sein Gehalt|die Zahlung} {erst im nächsten Monat|mit dem nächsten Lauf}.',
      'Dieser {Schritt|Vorgang} dauert {keine zwei Minuten|nur einen Augenblick} und {muss von allen erledigt werden|gilt für alle Beschäftigten}.',
      'Ihr {Vorgang|Zeichen} hat die {Nummer|Kennung} {number}; {bitte nennen Sie sie|halten Sie sie bereit} {bei Rückfragen|in jedem Schreiben}.',
    ],
    closing:
      '{Konto hier bestätigen|Hier anmelden|Zum Portal}: {link} {Mit freundlichen Grüßen|Freundliche Grüße}, {Ihre Personalabteilung|Ihre Lohnbuchhaltung}',
  },
  {
    subjects: ['{Bulletin de salaire|Fiche de paie} {number}', '{Merci de confirmer|Action requise} : {number}'],
    opening:
      '{Bonjour|Chère collègue, cher collègue} {name}, {nous avons transféré|nous transférons} le {portail|système} de {paie|salaires} vers un {nouveau|autre} prestataire.',
    middle: [
      'Votre {salaire|paie} de {amount} {est suspendu|ne peut pas être versé} tant que {votre compte n’est pas confirmé|vos données ne sont pas vérifiées}.',
      '{Veuillez vous connecter|Merci de vous identifier} avec {votre compte et votre mot de passe|votre adresse et vos identifiants} {aujourd’hui|sous 24 heures} afin que le {paiement|virement} {soit libéré|puisse partir}.',
      'Les {salariés|collaborateurs} qui ne {confirment|répondent} pas {à temps|avant la date limite} {recevront leur salaire|seront payés} {le mois suivant|au prochain versement}.',
      'Cette {étape|démarche} prend {moins de deux minutes|un instant} et {doit être faite par tous|concerne tout le personnel}.',
      'Votre {dossier|référence} porte le {numéro|code} {number} ; {merci de l’indiquer|gardez-le} {dans vos questions|pour tout courrier}.',
    ],
    closing:
      '{Confirmer le compte|Se connecter ici|Accéder au portail} : {link} {Cordialement|Bien à vous}, {le service paie|les ressources humaines}',
  },
  {
    subjects: ['{Nómina|Recibo de salario} {number}', '{Confirme por favor|Acción necesaria}: {number}'],
    opening:
      '{Hola|Buenos días} {name}, {hemos trasladado|estamos trasladando} el {portal|sistema} de {nóminas|salarios} a un {nuevo|otro} proveedor.',
    middle: [
      'Su {salario|nómina} de {amount} {está retenido|no se puede pagar} hasta que {su cuenta esté confirmada|sus datos estén verificados}.',
      '{Inicie sesión|Entre por favor} con {su cuenta y su contraseña|su correo y sus claves} {hoy mismo|en 24 horas} para que el {pago|ingreso} {salga|se libere}.',
      'Quien no {confirme|responda} {a tiempo|antes del plazo} {cobrará|recibirá su salario} {el mes siguiente|en el próximo pago}.',
      'Este {paso|trámite} lleva {menos de dos minutos|un momento} y {debe hacerlo todo el personal|es obligatorio para todos}.',
      'Su {expediente|referencia} tiene el {número|código} {number}; {indíquelo|téngalo a mano} {en sus consultas|cuando escriba}.',
    ],
    closing:
      '{Confirmar la cuenta|Entrar aquí|Ir al portal}: {link} {Un saludo|Atentamente}, {el equipo de nóminas|recursos humanos}',
  },
];

/** Shares of the languages. */
const TURNS = [0, 0, 0, 0, 0, 1, 1, 2, 2, 3];
const WORDS = [
  'harbour',
  'meadow',
  'copper',
  'walnut',
  'granite',
  'lantern',
  'saffron',
  'willow',
  'cobalt',
  'juniper',
  'falcon',
  'amber',
  'marble',
  'cedar',
  'orchid',
  'raven',
];
const NAMES = [
  'Nora',
  'Tomas',
  'Priya',
  'Jonas',
  'Imke',
  'Rafael',
  'Sofie',
  'Declan',
  'Mei',
  'Amira',
  'Lukas',
  'Chiara',
  'Owen',
  'Leila',
];
const LINKED = 8;
const SENDING = 12;
const SPAN = days(3);

/** In the order they are sent. */
export function variantsOf({ seed, variants, readers, from, isPlain = false }: Plan): readonly Variant[] {
  const dice = seeded(`variants/${seed}`);
  const one = <T>(values: readonly T[]): T => values[Math.floor(dice() * values.length)] as T;
  const named = (ending: string): string => `${one(WORDS)}-${one(WORDS)}${String(Math.floor(dice() * 90) + 10)}.${ending}`;
  const linked = Array.from({ length: LINKED }, () => named(one(['example', 'test', 'top', 'click'])));
  const sending = Array.from({ length: SENDING }, () => named(one(['com', 'net', 'org'])));
  const times = Array.from({ length: variants }, () => from + Math.floor(dice() * SPAN)).sort((a, b) => a - b);
  return times.map((at, index) => {
    const story = STORIES[isPlain ? 0 : one(TURNS)] as Story;
    const link = `https://${one(linked)}/${one(WORDS)}/${hex(dice, 10)}?u=${hex(dice, 6)}`;
    const fill = filler(dice, {
      ...{ name: one(NAMES), number: String(Math.floor(dice() * 9e6) + 1e6), link },
      amount: `${String(Math.floor(dice() * 4_000) + 900)}.${String(Math.floor(dice() * 90) + 10)} EUR`,
    });
    const middle = [...story.middle]
      .map((text) => ({ text, at: dice() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 4);
    const blocks = [story.opening, ...middle.map(({ text }) => text), story.closing].map(fill);
    const domain = one(sending);
    return {
      at,
      raw: letter({ seed, index, at, dice, subject: fill(one(story.subjects)), blocks, link, domain, reader: one(readers) }),
    };
  });
}

const hex = (dice: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(dice() * 16).toString(16)).join('');

/** `{one|another}` is a choice, `{name}` a value. */
const filler =
  (dice: () => number, values: Readonly<Record<string, string>>) =>
  (text: string): string =>
    text.replace(/\{([^{}]+)\}/gu, (_, inside: string) => {
      const choices = inside.split('|');
      return values[inside] ?? choices[Math.floor(dice() * choices.length)] ?? '';
    });

interface Parts {
  readonly seed: string;
  readonly index: number;
  readonly at: Instant;
  readonly dice: () => number;
  readonly subject: string;
  readonly blocks: readonly string[];
  readonly link: string;
  readonly domain: string;
  readonly reader: string;
}

function letter({ seed, index, at, dice, subject, blocks, link, domain, reader }: Parts): RawMessage {
  const author = { address: `payroll.${hex(dice, 3)}@${domain}`, name: 'Payroll' };
  const messageId = `<${seed}.${String(index)}.${hex(dice, 8)}@${domain}>`;
  const date = new Date(at).toUTCString();
  const headers = [
    [
      'Received',
      `from mail.${domain} (mail.${domain} [203.0.113.${String(Math.floor(dice() * 200) + 1)}]) by mx.contoso.com with ESMTPS; ${date}`,
    ],
    ['From', `${author.name} <${author.address}>`],
    ...[
      ['To', reader],
      ['Subject', subject],
      ['Date', date],
      ['Message-ID', messageId],
      ['MIME-Version', '1.0'],
    ],
  ].map(([name = '', value = '']) => ({ name, value }));
  const shown = blocks.map(
    (block) => `<p>${block.replace(link, `<a href="${link}">${dice() < 0.5 ? 'Portal' : 'Continue'}</a>`)}</p>`,
  );
  const html =
    dice() < 0.5 ? `<div>${shown.join('')}</div>` : `<table><tr><td>${shown.join('</td></tr><tr><td>')}</td></tr></table>`;
  return {
    ...{ headers, from: author, to: [{ address: reader, name: '' }], cc: [], bcc: [], replyTo: [] },
    ...{ subject, messageId, date, returnPath: author.address, text: blocks.join('\n\n'), html },
    ...{ attachments: [], size: html.length * 2, received: 1, defects: [] },
  };
}
