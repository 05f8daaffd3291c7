// Money that comes by itself: given away, credited, earned at once; and what is sold that nobody may sell.

import type { Lexicon } from './entry.ts';

export const windfalls = {
  'crypto.gift': {
    says: 'promises tokens, coins or their yields',
    en: `(claim|receive|get|retrieve|redeem|register for|withdraw|unlock) _ (xrp|eth|btc|usdt|tokens?|airdrop*|nfts?|coins|allocation|digital assets?|crypto*) ; (airdrop*|token (allocation|distribution|claim*|sale|launch|swap|migration)|(tokens?|coins?|reward*) (are|is)? (being )?(released|distributed|allocated)|allocation (program*|tool|portal)|staking|stakers?|stake (your|xlm|xrp|eth|sol|now)|mint* _ nft*|nft (drop|holder*|mint*|collection)|presale|pre sale|(eligible|affected) (creditor*|client*|wallet*|holder*)|(token|badge|nft|early) holders?|(digital|crypto) assets? (withdraw*|recover*|retriev*|release*)|asset retrieval|withdrawal process|deflationary) ; (win|won|gift*|received|sent|sold) _ (nft|eth|btc|weth|usdt|bitcoin) ; (funded|credited|replenished) with _ (btc|bitcoin|eth|usdt) ; bitcoin wallet _ (funded|credited|balance) ; (invest*|trading) platform ; (yield*|payouts?|apy|apr|returns) _ (staking|stake|%|network) ; (ripple|stellar|solana|cardano|polygon|exodus|metamask|ledger|trezor) (network|users|community|holders|foundation|movement|team) ; (xrp|eth|xlm|nft|usdt|tokens?) _ (claim|claiming|ready|allocation|rewards?|yields|share|dividends|gift)`,
    de: `(airdrop*|token*|coins?|kryptowahrung*|bitcoin) _ (beanspruch*|einlos*|erhalten|sichern|verteil*|gratis|gutgeschrieben|auszahl*) ; (krypto|bitcoin) (gewinn*|plattform|roboter|handel)`,
    fr: `(airdrop*|jetons?|tokens?|crypto*|bitcoin) _ (reclam*|recuper*|recev*|gratuit*|distribu*|credit*) ; plateforme (crypto|de trading|d investissement)`,
    es: `(airdrop*|tokens?|monedas|cripto*|bitcoin) _ (reclam*|recib*|gratis|distribu*|acreditad*) ; plataforma (cripto|de trading|de inversion)`,
    it: `(airdrop*|token|monete|cripto*|bitcoin) _ (riscatt*|ricev*|gratis|distribu*|accreditat*) ; piattaforma (cripto|di trading|di investimento)`,
    pt: `(airdrop*|tokens?|moedas|cripto*|bitcoin) _ (resgat*|receb*|gratis|distribu*|creditad*) ; plataforma (cripto|de trading|de investimento) ; (operar|trading) online ; (day|momentum) trad* ; oportunidades de lucro ; futuro financeiro`,
    nl: `(airdrop*|tokens?|munten|crypto*|bitcoin) _ (claim*|ontvang*|gratis|verdeeld|uitgekeerd) ; (crypto|handels|beleggings)platform`,
    ru: `(биткоин*|криптовалют*|токен*) _ (получ*|вывод*|бонус*|перевод*)`,
  },
  'money.waiting': {
    says: 'says that money has come or waits to be fetched',
    en: `(balance|account|card|wallet) _ (replenished|credited|funded|topped up|received) ; (transfer*|payout*|payment*|compensation|cashback|winnings) _ (to your (card|account|wallet)|per day|awaits|is waiting|is credited|not been (received|claimed)) ; (check|get|take|withdraw|receive|collect) your (money|payout*|transfer|cashback|funds|bonus|winnings|reward*) ; first (payment|payout|withdrawal) within ; (online|remote|easy) (work|earnings) _ (payment|payout|minutes|daily) ; cash back for you ; check your card ; (claim|claim back|get back) (up to|thousands|your) ; (past|current) (owners|drivers) ; (you|could|may) _ (owed|claim back|entitled to compensation) ; dividends being ; available for withdraw*`,
    de: `(guthaben|konto|karte|auszahlung|bonus|gewinn) _ (aufgeladen|gutgeschrieben|wartet|bereit|ausgezahlt|steht bereit) ; auszahlung (bestatigen|anfordern|erhalten) ; (willkommens|einzahlungs)bonus ; bonus ohne einzahlung`,
    fr: `(solde|compte|carte|virement|paiement|gain*|prime) _ (credit*|attend*|disponible|en attente|recharg*) ; (retirer|recuperer|recevoir) (votre|vos) (argent|gains|prime|virement)`,
    es: `(saldo|cuenta|tarjeta|transferencia|pago|ganancia*|bono) _ (acreditad*|abonad*|espera*|disponible|recargad*) ; (retire|retirar|cobrar|reciba) (su|sus|tu|tus) (dinero|fondos|ganancias|bono)`,
    it: `(saldo|conto|carta|bonifico|pagamento|vincita|bonus) _ (accreditat*|attesa|disponibil*|ricaricat*) ; (ritira*|preleva*|ricevi) (il|la|i|le) (tuo|tua|tuoi|denaro|bonus|vincita)`,
    pt: `(saldo|conta|cartao|transferencia|pagamento|bonus|premio|dinheiro|pix) _ (creditad*|dispon*|liberad*|aguard*|esper*|parado|receber) ; (sacar|saque|retire|receba) (o |seu |sua |seus )?(dinheiro|saldo|bonus|fgts|aniversario|valor) ; saque aniversario ; valor disponivel ; simular (agora|saque|emprestimo) ; quero simular`,
    nl: `(saldo|rekening|kaart|uitbetaling|bonus|winst) _ (bijgeschreven|opgewaardeerd|wacht*|beschikbaar|klaar) ; (uw|je) (uitbetaling|bonus|winst|geld) (ophalen|opnemen|ontvangen)`,
    ru: `(перевод|выплат*|выигрыш*|бонус*|деньги|средств*) _ (получ*|зачислен*|ожида*|вывод*|карт*) ; (заработ*|доход) _ (день|интернет*|дома)`,
    zh: `充值; 提现; 体育; 彩票; 赢了`,
  },
  'sales.crime': {
    says: 'sells stolen goods, break-ins or false crowds',
    en: `(cpanels?|fullz|cvv2?|carding|dumps with pin|black market|combolist*|spamming tools|bulletproof (hosting|server)|cloned cards?|counterfeit (money|notes|bills)|hacking (forum|tools)|leaked (courses|database*|accounts|photos|videos)) ; (buy|sell*|cheap|real|instagram|youtube|telegram) (followers|subscribers|likes|views) ; (fake|real|registered) (passports?|driver* licences?|id cards?)`,
  },
} as const satisfies Lexicon;
