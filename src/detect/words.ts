// How findings speak, and what words in names give away. Names of rules, files and folders come from
// whoever made them, so they are cleaned and cut before they stand in a sentence.

import { freeMail } from '../mail/free-mail.ts';
import { minutes, type Millis } from '../model/time.ts';

const LONGEST_QUOTE = 60;

/** Hostile text made fit for a sentence: no control, format or bidi characters, one line, cut, in “ ”. */
export function quote(text: string, longest = LONGEST_QUOTE): string {
  const clean = visible(text)
    .replace(/[\p{Z}]+/gu, ' ')
    .trim();
  const letters = Array.from(clean);
  return `“${letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : clean}”`;
}

/** Without control and format characters (zero width, bidi overrides, lone surrogates). */
export const visible = (text: string): string =>
  text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '');

/** `1 file`, `4 files`, `2 mailboxes`. */
export const count = (n: number, noun: string): string =>
  `${n} ${n === 1 ? noun : /(x|s|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`}`;

/** `once`, `twice`, `5 times`. */
export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** `a, b and 4 more`. */
export function list(items: readonly string[], longest = 3): string {
  const shown = items.length > longest ? [...items.slice(0, longest), `${items.length - longest} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** A span in the unit a person would use. */
export function span(ms: Millis): string {
  const whole = Math.round(ms / minutes(1));
  if (whole < 2) return whole < 1 ? 'less than a minute' : 'a minute';
  if (whole < 120) return `${whole} minutes`;
  return whole < 48 * 60 ? `${Math.round(whole / 60)} hours` : `${Math.round(whole / 1440)} days`;
}

const withArticle = new Set([
  'AE',
  'BS',
  'CD',
  'CG',
  'CF',
  'CZ',
  'DO',
  'GB',
  'GM',
  'KM',
  'MH',
  'MV',
  'NL',
  'PH',
  'SC',
  'SB',
  'US',
]);

/** A country as it reads after "from". */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return quote(code, 12);
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
  return withArticle.has(code) ? `the ${name}` : name;
}

/** The key a telephone number, a mail address or an authenticator app has in the graph; undefined for a mere way (a text). */
export function methodKey(kind: string, value: string): string | undefined {
  if (value === '' || kind === 'method') return;
  const isPhone = kind === 'phone' || kind === 'alternativePhone';
  return isPhone ? `phone:${value.replace(/[^\d+]/g, '')}` : `${kind}:${value.toLowerCase()}`;
}

/** Enough of a number or address to recognise it, too little to dial it. */
export function masked(kind: string, value: string): string {
  if (kind !== 'email') return `a number ending in ${value.replace(/\D/g, '').slice(-2)}`;
  const [local = '', domain = ''] = visible(value).split('@');
  return `${local.slice(0, 1)}…@${domain.slice(0, 40)}`;
}

/** Lower case without accents, so that one list serves however a name was typed. */
export const fold = (text: string): string =>
  visible(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');

// ── Folders of a mailbox, in the languages Outlook names them ──────────────────────────────────────────────

export type FolderKind = 'odd' | 'deleted' | 'junk' | 'archive' | 'planner' | 'sent' | 'other';

const lines = (text: string): readonly string[] =>
  text
    .split(/[|\n]/)
    .map((line) => fold(line.trim()))
    .filter((line) => line !== '');

const folders: readonly (readonly [FolderKind, readonly string[]])[] = [
  // Folders that exist in every mailbox and that nobody opens.
  [
    'odd',
    lines(`rss|conversation history|historique des conversations|historial de conversacion|unterhaltungsverlauf|aufgezeichnete unterhaltungen
      cronologia conversazion|historico de conversa|gespreksgeschiedenis|konversationshistorik|samtalehistorik|samtaleoversikt|historia konwersacji
      keskusteluhistoria|konusma gecmisi|история разговоров|журнал бесед|会話の履歴|会話履歴|对话历史|對話歷史|交談記錄|대화 기록
      subscriptions|abonnements|suscripciones|sottoscrizioni|assinaturas|abonnementen|prenumerationer
      sync issues|synchronisierungsprobleme|problemes de synchronisation|problemas de sincroniza|problemi di sincronizzazione|synchronisatieproblemen|synkroniseringsproblem
      notes|notizen|notas|anteckningar|notater|noter|notities|notatki|muistilaput|заметки|メモ|便笺|備忘錄
      conflicts|konflikte|conflits|local failures|server failures|journal`),
  ],
  [
    'deleted',
    lines(`deleted|trash|recoverable items|geloschte|elements supprimes|corbeille|eliminados|papelera|posta eliminata|cestino|itens excluidos|lixeira
      verwijderde items|prullenbak|borttaget|borttagna|slettede|slettet|poistetut|elementy usuniete|kosz|silinmis|удаленные|削除済み|已删除|刪除的|지운 편지함|휴지통`),
  ],
  [
    'junk',
    lines(`junk|spam|indesirable|no deseado|indesiderata|lixo eletronico|lixo electronico|ongewenste|skrappost|uonsket|soppelpost|roskaposti
      wiadomosci-smieci|onemsiz|нежелательная|迷惑メール|垃圾邮件|垃圾郵件|정크`),
  ],
  ['archive', lines('archiv|arquivo|archief|arkiv|arkisto|архив|アーカイブ|存档|封存|보관')],
  // meetings, contacts and tasks: no mail, and clients tidy them by themselves
  [
    'planner',
    lines(
      'calendar|kalend|calendrier|agenda|takvim|календар|予定表|日历|行事曆|일정|contacts|kontakte|contactos|contatti|contatos|kontakter|kontakty|yhteystiedot|контакты|連絡先|联系人|personmetadata|recipientcache|tasks|aufgaben|taches|tareas',
    ),
  ],
  [
    'sent',
    lines(`sent items|sent mail|gesendete|elements envoyes|messages envoyes|elementos enviados|itens enviados|posta inviata|verzonden|skickat|sendte|sendt post
      lahetetyt|elementy wyslane|gonderilmis|отправленные|送信済み|已发送|寄件備份|보낸 편지함`),
  ],
];

/** What a mail folder is for, by the last part of its path. */
export const folderKind = remembered((path: string): FolderKind => {
  const name = fold(path.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? '').trim();
  return folders.find(([kind, names]) => names.some((known) => isCalled(name, known, kind)))?.[0] ?? 'other';
});

function isCalled(name: string, known: string, kind: FolderKind): boolean {
  if (known === 'rss') return /\brss\b/.test(name);
  // "Notes" is Outlook's own, "Notes on the merger" is somebody's
  if (kind === 'odd' && /^[a-z]+$/.test(known)) return name === known;
  return name.startsWith(known) || (known.length > 5 && name.includes(known));
}

// ── Mail addresses ────────────────────────────────────────────────────────────────────────────────────────

export const hostOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
export const localPartOf = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();

/** An address or domain of a host where anybody may have an address: nobody's organisation. */
export const isFreeMail = (address: string): boolean => freeMail.has(hostOf(address));

// ── Words in the names of files that say what a thief is after ────────────────────────────────────────────

/** A token of the name begins with it. */
const beginnings =
  lines(`invoice|payment|payroll|payslip|paystub|remittance|bank|salar|wages|compensation|bonus|contract|confidential|secret|password|passwd|passphrase
  credential|merger|acquisition|takeover|boardroom|financ|lawsuit|litigation|settlement|restructur|redundanc|passport|strictlyprivate
  patent|tender|pricing|quotation|severance|diligence|forecast|disciplinar|grievance
  konto|lohn|steuer|geheim|factur|facture|paiement|virement|salaire|contrat|identifiants|banque|bancaire|impot|nomina|salario|confiden|banco|bancari|fatura|pagament|senha
  fattur|stipend|contratt|riservat|bonifico|banca|betaling|betalning|loonstrook|salaris|wachtwoord|vertrouwelijk|faktur|avtal|kontrakt|fortrolig|konfident|losenord|passord|adgangskode
  platnos|wynagrodzen|umowa|umowy|poufn|haslo|hasla|palkka|sopimus|salasana|odeme|sozlesme|gizli|sifre|maas
  счет|оплат|платеж|зарплат|договор|контракт|конфиденциальн|парол|банк`);

/** A token of the name is it. */
const exact = new Set(lines('board|tax|taxes|iban|nda|ssn|wire|pay|paie|pago|pagos|lasku|kdbx|pfx|budget|budgets|bid|bids'));

/** The name holds it anywhere: languages that join words, or write without spaces. */
const anywhere =
  lines(`rechnung|zahlung|gehalt|vertrag|vertraulich|passwort|kennwort|zugangsdaten|vorstand|aufsichtsrat|kundigung|mot de passe|conseil d administration|contrasena
  請求書|支払|給与|契約|機密|パスワード|銀行|合併|取締役|发票|發票|付款|工资|薪|合同|合約|机密|密码|密碼|银行|송장|청구서|결제|급여|계약|기밀|비밀번호|은행`);

/** Everybody's reading: rules about a thing are not the thing. */
const harmless = new Set(
  lines(
    'template|templates|policy|policies|handbook|guideline|guidelines|training|vorlage|richtlinie|modele|politique|plantilla|politica|modello|sjabloon|mall',
  ),
);

/** A name or path that says money, contracts, people's pay or passwords; a site's name is not a file's. */
export const isSensitive = remembered((name: string): boolean => {
  const path = decoded(name.replace(/(https?:\/\/[^/\s]+)?\/(sites|teams|personal)\/[^/\s]+|https?:\/\/[^/\s]+/gi, ' '));
  const text = fold(path.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const tokens = text.split(' ');

  if (tokens.some((token) => harmless.has(token))) return false;
  return (
    tokens.some((token) => exact.has(token) || beginnings.some((word) => token.startsWith(word))) ||
    anywhere.some((word) => text.includes(word))
  );
});

// ── Words in the conditions of rules that say what its maker wants unseen ─────────────────────────────────────

/** A token begins with it: money on its way. */
const moneyBeginnings =
  lines(`invoic|payment|payroll|payslip|remittanc|remit|wire transf|bank detail|bank account|banking|swift code|overdue|purchase order|direct deposit
  rechnung|zahlung|uberweis|kontodaten|bankverbind|mahnung|factur|facture|paiement|virement|releve d identite bancaire|impaye|pago|transferencia|nomina|cuenta bancaria|cobro
  fattur|pagament|bonifico|coordinate bancarie|fatura|pagamento|transferencia bancaria|boleto|betaling|overschrijving|factuur|bankrekening|faktura|fakturor|betalning|utbetalning
  bankuppgift|kontonummer|tilinumero|lasku|maksu|faktur|platnos|przelew|odeme|havale|оплат|платеж|счет|перевод|реквизит`);
const moneyExact = new Set(lines('wire|iban|swift|bic|ach|rib|bank|payable|receivable|paid|pay|docusign|w2|w9'));
const moneyAnywhere = lines('請求書|支払|振込|送金|口座|发票|發票|付款|汇款|匯款|銀行|银行|송장|청구서|결제|송금|계좌');

/** A token begins with it: somebody has noticed. */
const alarmBeginnings =
  lines(`phish|hacked|hacker|hacking|fraud|scam|malware|ransom|spoof|virus|suspicious|compromis|unauthori|unusual sign|unusual activit|security alert|security info|security notif|password reset
  password change|passwd|helpdesk|help desk|it support|verification code|do not open|do not click|don t open|don t click|impersonat|phishing|data breach|two factor|multi factor|authenticat|sign in attempt
  verdachtig|betrug|gehackt|sicherheitswarn|kennwort|passwort|nicht offnen|pirat|hamecon|fraude|frauduleux|suspect|mot de passe|ne pas ouvrir|alerte de securite
  sospechos|estafa|contrasena|no abrir|alerta de seguridad|pirate|truffa|sospett|violat|non aprire|avviso di sicurezza|suspeit|golpe|senha|nao abr|alerta de seguranca
  oplicht|verdacht|wachtwoord|beveiligings|bedrageri|misstank|losenord|sakerhetsvarning|mistenk|svindel|passord|adgangskode|sikkerhetsvarsel|huijaus|epailyttav|salasana
  oszust|podejrzan|haslo|supheli|dolandiric|sifre|взлом|мошенн|подозрит|парол|фишинг|не открыва`);
const alarmExact = new Set(
  lines('hack|mfa|2fa|otp|password|passwords|breach|security|fake|sicherheit|seguridad|securite|sicurezza'),
);
const alarmAnywhere = lines(
  'フィッシング|不審|詐欺|パスワード|乗っ取り|钓鱼|釣魚|可疑|诈骗|詐騙|密码|密碼|被盗|해킹|피싱|사기|비밀번호|의심',
);

const telling = (starts: readonly string[], exactly: ReadonlySet<string>, parts: readonly string[]) =>
  remembered((text: string): boolean => {
    const words = fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return (
      words.split(' ').some((token) => exactly.has(token)) ||
      starts.some((word) => ` ${words}`.includes(` ${word}`)) ||
      parts.some((word) => words.includes(word))
    );
  });

/** About payments, accounts and pay. */
export const moneyWords = telling(moneyBeginnings, moneyExact, moneyAnywhere);
/** About break-ins, fraud and passwords: what a victim's correspondents and help desk write. */
export const alarmWords = telling(alarmBeginnings, alarmExact, alarmAnywhere);

/** The same answers, and quickly for names that come again: one burst asks about the same names a thousand times. */
function remembered<V>(answer: (text: string) => V): (text: string) => V {
  const answers = new Map<string, V>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= 10_000) answers.clear();
    const found = answer(text);
    answers.set(text, found);
    return found;
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
