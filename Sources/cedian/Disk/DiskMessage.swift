import CedianModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DiskProblem {
  /// What could not be done, why, and what helps.
  var message: LocalizedText {
    let shown = printable(path)
    let act: LocalizedText =
      switch operation {
      case .read: LocalizedText(zh: "无法读取 \(shown)", en: "cannot read \(shown)")
      case .write: LocalizedText(zh: "无法写入 \(shown)", en: "cannot write \(shown)")
      case .create: LocalizedText(zh: "无法建立文件夹 \(shown)", en: "cannot make the folder \(shown)")
      case .rename: LocalizedText(zh: "无法放置 \(shown)", en: "cannot put \(shown) in place")
      case .remove: LocalizedText(zh: "无法删除 \(shown)", en: "cannot remove \(shown)")
      case .list: LocalizedText(zh: "无法列出文件夹 \(shown)", en: "cannot list the folder \(shown)")
      case .lock: LocalizedText(zh: "无法锁定 \(shown)", en: "cannot lock \(shown)")
      }
    let why = reason
    return LocalizedText(zh: "\(act.zh)：\(why.zh)", en: "\(act.en): \(why.en)")
  }

  private var reason: LocalizedText {
    switch code {
    case EACCES, EPERM:
      LocalizedText(zh: "没有权限，请检查文件夹的所有者和权限", en: "permission denied; check its owner and mode")
    case ENOSPC, EDQUOT:
      LocalizedText(zh: "磁盘已满，请腾出空间后再试", en: "the disk is full; free some space and try again")
    case EROFS: LocalizedText(zh: "磁盘是只读的", en: "the disk is read-only")
    case ENOENT: LocalizedText(zh: "不存在", en: "it does not exist")
    case ESTALE:
      LocalizedText(
        zh: "它刚刚被别人改过，请再运行一次", en: "someone has just changed it; run again")
    case ENOTDIR:
      LocalizedText(zh: "路径中有一段是文件，不是文件夹", en: "a part of the path is a file, not a folder")
    case EFBIG:
      LocalizedText(zh: "文件太大，最多 512 MB", en: "it is too large; 512 MB is the most")
    case ELOOP: LocalizedText(zh: "那里是符号链接", en: "it is a symbolic link")
    case EISDIR: LocalizedText(zh: "那里不是普通文件", en: "it is not a regular file")
    case ENAMETOOLONG: LocalizedText(zh: "文件名太长", en: "the name is too long")
    case EMFILE, ENFILE: LocalizedText(zh: "打开的文件太多", en: "too many open files")
    default:
      LocalizedText(verbatim: String(cString: strerror(code)))
    }
  }
}
