#include "ui/session/thumbnail_store.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <atomic>
#include <vector>

namespace segad::ui::thumbnail_store {

namespace {
constexpr int kJpegQuality = 88;
constexpr qint64 kMegabyte = qint64{1} << 20U;
constexpr int kUsualLimit = 1024;
/// A look at the store after so many new ones.
constexpr int kSavesPerTrim = 500;
/// What is left of the limit when it had been reached, in per cent.
constexpr qint64 kKept = 85;
/// When one was last seen need not be known more exactly.
constexpr qint64 kSecondsOfDay = qint64{24} * 60 * 60;
const QString kLimitKey = QStringLiteral("thumbnails/megabytes");

std::atomic<int> saves{0};

QString root() {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/thumbnails");
}

QString folderOf(const QString& sha256) {
    return root() + QLatin1Char('/') + sha256.left(2);
}

QString pathOf(const QString& sha256, int side) {
    return QStringLiteral("%1/%2_%3.jpg").arg(folderOf(sha256), sha256).arg(side);
}

/// The time of change says when it was last seen.
QImage read(const QString& path) {
    QImage image(path);
    if (image.isNull()) return image;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (QFileInfo(path).lastModified().secsTo(now) < kSecondsOfDay) return image;
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) file.setFileTime(now, QFileDevice::FileModificationTime);
    return image;
}

struct Kept {
    QString path;
    qint64 bytes = 0;
    QDateTime seen;
};

std::vector<Kept> all() {
    std::vector<Kept> files;
    QDirIterator entries(root(), {QStringLiteral("*.jpg")}, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        const QFileInfo file = entries.fileInfo();
        files.push_back({file.filePath(), file.size(), file.lastModified()});
    }
    return files;
}

qint64 bytesOf(const std::vector<Kept>& files) {
    qint64 bytes = 0;
    for (const Kept& file : files)
        bytes += file.bytes;
    return bytes;
}
}  // namespace

QImage load(const std::string& sha256, int side) {
    return sha256.empty() ? QImage() : read(pathOf(QString::fromStdString(sha256), side));
}

QImage loadLargest(const std::string& sha256) {
    if (sha256.empty()) return {};
    const QString name = QString::fromStdString(sha256);
    const QDir folder(folderOf(name));
    QImage largest;
    for (const QString& file : folder.entryList({name + QStringLiteral("_*.jpg")}, QDir::Files)) {
        QImage image = read(folder.filePath(file));
        if (image.width() > largest.width()) largest = std::move(image);
    }
    return largest;
}

void save(const std::string& sha256, int side, const QImage& image) {
    if (sha256.empty()) return;
    const QString path = pathOf(QString::fromStdString(sha256), side);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) && image.save(&out, "JPG", kJpegQuality)) out.commit();
    if (++saves % kSavesPerTrim == 0) trim();
}

int limit() {
    return std::max(1, QSettings().value(kLimitKey, kUsualLimit).toInt());
}

void setLimit(int megabytes) {
    QSettings().setValue(kLimitKey, megabytes);
}

qint64 size() {
    return bytesOf(all());
}

void trim() {
    std::vector<Kept> files = all();
    qint64 bytes = bytesOf(files);
    const qint64 most = limit() * kMegabyte;
    if (bytes <= most) return;
    std::ranges::sort(files, {}, &Kept::seen);
    for (const Kept& file : files) {
        if (bytes <= most / 100 * kKept) return;
        if (QFile::remove(file.path)) bytes -= file.bytes;
    }
}

void clear() {
    for (const Kept& file : all())
        QFile::remove(file.path);
}

}  // namespace segad::ui::thumbnail_store
