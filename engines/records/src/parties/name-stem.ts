const trade =
  /科技|技术|电子|电气|电器|电力|实业|工业|贸易|生物|医药|制药|药业|医疗|机械|机电|网络|信息|通信|通讯|材料|化工|化学|汽车|智能|软件|数据|能源|环保|建设|建筑|工程|食品|农业|光电|半导体|精密|自动化|控股|集团|投资|股份|有限|设备|制造|家居|塑胶|金属|模具|仪器|检测|文化|教育|商贸|终端|公司/u;

/**
 * What a group of companies has in common in its names: the words before the trade (华为 of 华为终端), the first word of a
 * Latin name. Null where there is no such part of two to six characters, four or more for Latin words.
 */
export function nameStem(core: string): string | null {
  if (/^\p{Script=Han}/u.test(core)) {
    const at = core.search(trade);
    return at >= 2 && at <= 6 ? core.slice(0, at) : null;
  }
  const [word = ''] = core.split(' ');
  return word.length >= 4 && word !== core ? word : null;
}
