import { means } from './permission.js';

/** The office as a whole: its pages, its chain of acts, its calendar, its running. */
export const permissionsOfOffice = {
  'pages:read': means('打开页面', '開啟頁面', 'Open the pages'),
  'health:read': means('查看服务是否正常', '查看服務是否正常', 'See whether the server answers'),
  'office:read': means('查看机构概况', '查看機關概況', 'See the office, its newest release and vintage'),
  'settings:read': means('查看机关设置', '查看機關設定', 'See what the office has set for itself'),
  'settings:change': means('修改机关设置', '修改機關設定', 'Change what the office has set for itself'),
  'mail:read': means('查看邮件发送情况', '查看郵件寄送情況', 'See which letters were sent and which failed'),
  'mail:send': means('发送通知邮件', '寄送通知郵件', 'Send notices as letters'),
  'calendar:read': means('查看工作日历', '查看工作日曆', 'See the working calendar'),
  'calendar:change': means('修改工作日历', '修改工作日曆', 'Change the working calendar'),
  'acts:read': means('查看操作记录', '查看操作紀錄', 'See who did what'),
  'acts:verify': means('校验操作记录链', '驗證操作紀錄鏈', 'Verify the chain of acts'),
  'acts:anchor': means(
    '将操作记录链锚定到外部文件',
    '將操作紀錄鏈錨定至外部檔案',
    'Anchor the chain in a file outside',
  ),
  'personal-data:read': means('查看人员姓名与联系方式', '查看人員姓名與聯絡方式', 'See names and addresses of people'),
  'personal-data:erase': means('删除个人数据', '刪除個人資料', 'Erase personal data'),
  'doctor:run': means('检查办公目录', '檢查辦公目錄', 'Check the office folder'),
  'bench:run': means('测量性能', '測量效能', 'Measure speed'),
  'server:start': means('启动服务', '啟動服務', 'Start the server'),
};
