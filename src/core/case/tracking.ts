/** Parameters that say how a reader came to a page and never which page it is. */

const NAMES = new Set(
  `
  spm scm fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid
  mc_eid _ga _gl mkt_tok _hsenc _hsmi vero_id ref_src ref_url cmpid isappinstalled nsukey wxshare wxfrom
  wx_header _wv _wwv wfr sharer shareid shareuid sharefrom shared_from vd_source spm_id_from from_spmid
  mibextid sfnsn rdid paipv eav _rdr refid __tn__ tt_from tt_medium use_new_style req_id smid trackingid trk
  lipi
`
    .trim()
    .split(/\s+/),
);

const PREFIX = /^(?:utm_|share_|sharer_|xsec_|_openstat|pk_|mtm_|hmsr|hmpl|hmcu|__cft__|oly_|weibo_share)/;

/** WeChat adds `from` with these to every page opened in it; elsewhere `from` may say which page. */
const WECHAT_FROM = new Set(['singlemessage', 'groupmessage', 'timeline', 'singlechat', 'message']);

export function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase();
  return NAMES.has(key) || PREFIX.test(key) || (key === 'from' && WECHAT_FROM.has(value));
}
