export { ColumnAppender, type Value } from './column-appender.js';
export { type Disk, nodeDisk } from './disk.js';
export { defineViews, type LakeSessionOptions, openLakeSession } from './lake.js';
export { LakeSession, type ShownSegments } from './lake-session.js';
export * from './manifest.js';
export { ObjectStore, type ObjectSuffix, type StoredObject } from './object-store.js';
export { maskedColumnsOf } from './scope/masks.js';
export { Session, type SessionOptions, type WrittenApart } from './session.js';
