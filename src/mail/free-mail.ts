// Hosts of private mail: what comes from there comes from a person, or from nobody, and never from an organisation.

/** Where anybody gets an address within minutes, and national providers of private mail. */
export const freeMail: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp outlook.com.br outlook.com.au hotmail.com hotmail.co.uk
  hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.co.uk live.fr live.nl live.com.au live.dk live.no live.se msn.com passport.com
  yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.co.in yahoo.in yahoo.co.jp yahoo.com.au yahoo.com.br yahoo.com.mx ymail.com
  rocketmail.com aol.com aim.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de mail.com email.com post.com usa.com consultant.com icloud.com me.com mac.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me yandex.com yandex.ru ya.ru mail.ru inbox.ru bk.ru
  list.ru internet.ru rambler.ru ukr.net i.ua zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com mailfence.com startmail.com
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it bigpond.com bigpond.net.au optusnet.com.au
  iinet.net.au t-online.de freenet.de arcor.de posteo.de mailbox.org seznam.cz centrum.cz email.cz azet.sk wp.pl o2.pl onet.pl onet.eu interia.pl op.pl gazeta.pl
  bol.com.br uol.com.br terra.com.br ig.com.br rediffmail.com btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com comcast.net verizon.net att.net
  sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl telia.com
  online.no bluewin.ch hispeed.ch cock.li guerrillamail.com sharklasers.com mailinator.com yopmail.com 10minutemail.com temp-mail.org dropmail.me`.split(
    /\s+/,
  ),
);
