// The notice that would have warned somebody was deleted, just after what it gives notice of.
//
// The service writes to the owner when a method, a password, a rule or an application changes, or when a sign-in looks
// odd. People delete such notices every day, years after the fact; a thief does so within the hour. So the subject alone
// says nothing: what it is about must have happened in that mailbox's name shortly before, and who did that, and from
// where, decides.
//
// Blind to: notices deleted by a rule (keyword-hide-or-delete-rule), subjects the record leaves out or that are in a
// language not in the list, and notices that other products send.

import { detection } from '../detection.ts';
import {
  concerning,
  fromPlace,
  idsOf,
  isPerson,
  isRare,
  isStrange,
  ownsMailbox,
  raised,
  strangeCountry,
  strangest,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { fold, folderKind, list, quote, span } from '../words.ts';
import type { EventOf, MailItem } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours, minutes } from '../../model/time.ts';

const WITHIN = hours(1);
const AT_ONCE = minutes(15);

export const securityNoticeDeleted = detection({
  id: 'security-notice-deleted',
  title: 'Security notice deleted just after what it is about',
  stage: 'evasion',
  tactics: ['defense-evasion'],
  techniques: ['T1070.008'],
  severity: 'high',
  wakesOn: ['mailItem'],
  guards:
    'Only within an hour of the change, consent, rule or strange sign-in the notice is about, in the name of that mailbox’s owner; the owner’s own change from their own place is at most low; old notices, other mail and services never.',
  blindTo: 'Deletion by rules, subjects left out of the record, and languages not in the list.',

  judge(item, past) {
    if (!isPerson(item) || !isDeletion(item)) return;
    const notices = item.subjects.flatMap((subject) => topicsOf(subject).map((topic) => ({ subject, topic })));
    if (notices.length === 0) return;
    const owner = ownsMailbox(item.actor, item.mailbox, past) ? item.actor : item.mailbox;
    const deeds = deedsBefore(owner, item, past).filter((deed) =>
      notices.some(({ topic }) => topic === 'any' || topic === topicOf(deed)),
    );
    const [latest] = deeds;
    if (latest === undefined) return;

    const strange = strangest([item, ...deeds], past);
    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${item.actor}/${item.mailbox}`,
      gathersFor: WITHIN,
      severity: severityOf(item, owner, deeds, strange),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(item, [...new Set(notices.map(({ subject }) => subject))], latest, strange),
      about: concerning([item, ...deeds], shown),
      because: idsOf([item, ...deeds]),
    };
  },
});

function isDeletion(item: MailItem): boolean {
  if (item.outcome !== 'success') return false;
  if (item.deed === 'moved') return item.movesTo !== undefined && folderKind(item.movesTo) === 'deleted';
  return item.deed === 'trashed' || item.deed === 'softDeleted' || item.deed === 'hardDeleted';
}

// ── What notices say ──────────────────────────────────────────────────────────────────────────────────────────

type Topic = 'method' | 'password' | 'signIn' | 'consent' | 'rule' | 'any';

/** Parts of subjects, folded: no accents, no invisible characters, lower case. */
const phrases: Readonly<Record<Topic, RegExp>> = {
  method:
    /security info|multi-?factor|two-?(factor|step)|2-?step|authenticator|verification (method|phone|app)|\bmfa\b|\b2fa\b|sicherheitsinfo|authentifizierung|zwei-?(faktor|stufen)|informations? de securite|double authentification|verification en deux etapes|informacion de seguridad|doble factor|dos pasos|informazioni di sicurezza|due fattori|due passaggi|informacoes de seguranca|dois fatores|duas etapas|beveiligingsgegevens|twee(staps|factor)|sakerhetsinformation|tvastegs|tvafaktor|sikkerhedsoplysninger|sikkerhetsinformasjon|totrinns|totrins|tofaktor|suojaustie|kaksivaihe|informacje zabezpieczajace|dwuetapow|dwuskladnik|guvenlik bilgi|iki (adim|faktor)|сведения безопасности|данные безопасности|двухфактор|двухэтап|セキュリティ情報|多要素|2 段階|二段階|安全信息|安全資訊|多重身份|双重验证|雙重驗證|보안 정보|다단계|2단계/,
  password:
    /password (was |has been |is )?(changed|reset|updated)|(reset|changed?|new) (your )?password|kennwort|passwort(anderung| wurde|zuruck)|mot de passe|contrasena|password (modificata|reimpostata)|senha (foi )?(alterada|redefinida)|wachtwoord|losenord|adgangskode|passord|salasana|hasla?\b|sifre|парол|パスワード|密码|密碼|비밀번호|암호/,
  signIn:
    /unusual (sign|log)-?in|new (sign|log)-?in|sign-?in (attempt|activity|from)|suspicious (sign|log)-?in|new device|verification code|ungewohnliche anmeld|neue anmeldung|neues gerat|connexion (inhabituelle|suspecte)|nouvelle connexion|inicio de sesion|nuevo dispositivo|accesso (insolito|sospetto)|nuovo accesso|entrada (incomum|suspeita)|novo (acesso|dispositivo)|ongebruikelijke aanmeld|nieuwe aanmelding|ovanlig inloggning|ny inloggning|uvanlig palogging|ny palogging|usaedvanlig|nyt login|epatavallinen|uusi kirjautuminen|nietypowe logowanie|nowe logowanie|olagan disi oturum|yeni oturum|необычн(ый|ая) вход|новый вход|サインイン|ログイン|登录|登入|로그인/,
  consent:
    /(app|application)s? (was |were |has been |have been )?(connected|added|granted|consent)|new app(s|\(s\))? (have|has)|granted access|app-?berechtigung|neue apps?\b|application (connectee|ajoutee)|aplicacion(es)? conectada|app collegat|aplicativo conectado|アプリ.*接続|应用.*(连接|授权)/,
  rule: /(forward|redirect)ing (rule|was|has|of)|inbox rule|mail(box)? (rule|forwarding)|creation of forwarding|weiterleitungsregel|posteingangsregel|regle de (boite|transfert)|regla de (reenvio|bandeja)|regola di (inoltro|posta)|regra de (encaminhamento|caixa)|doorstuurregel|転送|转发|轉寄/,
  any: /security (alert|notif|warning|notice)|account (alert|security|activity)|microsoft account|your account (was|has)|sicherheitswarnung|sicherheitshinweis|alerte de securite|alerta de seguridad|avviso di sicurezza|alerta de seguranca|beveiligingswaarschuwing|sakerhetsvarning|sikkerhetsvarsel|sikkerhedsadvarsel|suojausilmoitus|alert zabezpieczen|guvenlik uyarisi|оповещение системы безопасности|предупреждение безопасности|セキュリティ.*(警告|通知|アラート)|安全(警报|警告|提醒|警示)|보안 (경고|알림)/,
};

const topicsOf = (subject: string): readonly Topic[] =>
  (Object.keys(phrases) as Topic[]).filter((topic) => phrases[topic].test(fold(subject)));

// ── What they are about ───────────────────────────────────────────────────────────────────────────────────────

const watched = ['methodChange', 'mailboxRule', 'consent', 'adminChange', 'signIn'] as const;
type Deed = EventOf<(typeof watched)[number]>;

function topicOf(deed: Deed): Topic | undefined {
  switch (deed.kind) {
    case 'methodChange':
      return 'method';
    case 'mailboxRule':
      return 'rule';
    case 'consent':
      return 'consent';
    case 'signIn':
      return 'signIn';
    case 'adminChange':
      if (/password/i.test(deed.operation)) return 'password';
      return /strong authentication|security info|authentication method/i.test(deed.operation) ? 'method' : undefined;
  }
}

/** Done by the owner, or to their account or mailbox; a sign-in only from where they never are. Newest first. */
function deedsBefore(owner: string, item: MailItem, past: Past): readonly Deed[] {
  const deeds: readonly Deed[] = [
    ...past.of(owner, watched, WITHIN),
    ...past.against(owner, ['methodChange', 'adminChange', 'consent'], WITHIN),
    ...past.against(item.mailbox, ['mailboxRule'], WITHIN),
  ];
  return [...new Map(deeds.map((deed) => [deed.id, deed])).values()]
    .filter((deed) => deed.outcome === 'success' && concerns(deed, owner, item) && isNews(deed, past))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The owner's account or mailbox, not what an administrator did for others. */
function concerns(deed: Deed, owner: string, item: MailItem): boolean {
  if (deed.kind === 'mailboxRule') return deed.mailbox === undefined || deed.mailbox === item.mailbox;
  const target = deed.kind === 'signIn' ? undefined : deed.target;
  return target === undefined || target === owner;
}

const isNews = (deed: Deed, past: Past): boolean =>
  deed.kind === 'signIn' ? isStrange(strangeCountry(deed, past)) : topicOf(deed) !== undefined;

function severityOf(item: MailItem, owner: string, deeds: readonly Deed[], strange: Strange | undefined): Severity {
  if (isRare(strange)) return 'high';
  const isAtOnce = deeds.some((deed) => item.at - deed.at <= AT_ONCE);
  const forGood = item.deed === 'hardDeleted' || item.deed === 'softDeleted';
  const isByOther = item.actor !== owner;
  // a new telephone, its notice, and the bin: that is an ordinary morning
  const base: Severity = isByOther ? 'medium' : forGood && isAtOnce ? 'low' : 'informational';
  return raised(base, isStrange(strange) ? 2 : 0);
}

const done: Readonly<Record<Exclude<Topic, 'any'>, string>> = {
  method: 'the security information had changed',
  password: 'the password had changed',
  signIn: 'a sign-in',
  consent: 'an application had been given access',
  rule: 'a mail rule had been made or changed',
};

function tell(item: MailItem, subjects: readonly string[], latest: Deed, strange: Strange | undefined): string {
  const which = list(subjects.map((subject) => quote(subject)));
  const deed = item.deed === 'hardDeleted' ? 'deleted for good' : 'deleted';
  const topic = topicOf(latest);
  const after = topic === undefined || topic === 'any' ? 'a change' : done[topic];
  const where = strange === undefined ? '' : `, ${fromPlace(strange)}`;
  return `${deed} the notice ${which} ${span(item.at - latest.at)} after ${after}${where}`;
}
