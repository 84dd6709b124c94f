#include "ui/defects/preview_model.h"

#include <algorithm>
#include <cstring>

#include "core/image/resize.h"
#include "core/image/thumbnail.h"
#include "core/workflow/defect_sheet.h"
#include "ui/defects/defect_words.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
QImage fitted(const cv::Mat& rgb, int side) {
    const cv::Mat small = resizeImage(rgb, fitInto(rgb.size(), side), ResizeMode::Antialias);
    QImage image(small.cols, small.rows, QImage::Format_RGB888);
    for (int y = 0; y < small.rows; ++y)
        std::memcpy(image.scanLine(y), small.ptr(y), static_cast<std::size_t>(small.cols) * 3);
    return image;
}

/// A light line with a dark rim, which is seen on any part in any theme.
QImage outlineImage(const cv::Mat& mask, const QSize& size) {
    constexpr int kSideOfAPixel = 150;
    constexpr QRgb kDark = qRgba(20, 20, 20, 255);
    constexpr QRgb kLight = qRgba(255, 220, 0, 255);
    const int width = std::max(1, std::max(size.width(), size.height()) / kSideOfAPixel);
    const cv::Mat dark = outlineOf(mask, {size.width(), size.height()}, 2 * width);
    const cv::Mat light = outlineOf(mask, {size.width(), size.height()}, width);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = light.at<std::uint8_t>(y, x) != 0  ? kLight
                      : dark.at<std::uint8_t>(y, x) != 0 ? kDark
                                                         : 0;
    }
    return image;
}

PreviewCell drawCell(const DefectPreviewer& previewer, const DefectPreviewRequest& request, bool close,
                     int side, const QString& nothing) {
    PreviewCell cell{.isCurrent = true};
    try {
        const DefectPreview drawn = previewer.draw(request);
        if (drawn.after.empty()) {
            cell.before = fitted(drawn.before, side);
            cell.words = nothing;
            return cell;
        }
        const cv::Rect shown = close ? closeUpOf(drawn.mask) : cv::Rect({}, drawn.mask.size());
        cell.before = fitted(drawn.before(shown).clone(), side);
        cell.after = fitted(drawn.after(shown).clone(), side);
        cell.outline = outlineImage(drawn.mask(shown), cell.after.size());
    } catch (const Error& error) {
        cell.words = errorText(error);
    }
    return cell;
}
}  // namespace

PreviewModel::PreviewModel(ProjectSession& session, int side, QObject* parent)
    : QAbstractTableModel(parent), session_(session), side_(side) {
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

PreviewModel::~PreviewModel() {
    pool_.clear();
    pool_.waitForDone();
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !previewer_ ? 0 : static_cast<int>(parts_.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !previewer_ ? 0 : static_cast<int>(kinds_.size());
}

PreviewModel::Place& PreviewModel::place(int row, int column) {
    return places_.at(static_cast<std::size_t>(row) * kinds_.size() + static_cast<std::size_t>(column));
}

const PreviewCell& PreviewModel::cell(const QModelIndex& index) const {
    return places_
        .at(static_cast<std::size_t>(index.row()) * kinds_.size() + static_cast<std::size_t>(index.column()))
        .cell;
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PreviewCell& shown = cell(index);
    const auto record = session_.data().rowOf.find(part(index.row()));
    const QString path = record == session_.data().rowOf.end()
                             ? QString()
                             : QString::fromStdString(session_.data().parts[record->second].path);
    switch (role) {
        case Qt::ToolTipRole:
            return shown.words.isEmpty() ? tr("%1 on %2\nPress the mouse to see the part without it")
                                               .arg(defectTitle(kind(index.column())), path)
                                         : shown.words;
        case Qt::AccessibleTextRole:
            return shown.words.isEmpty() ? tr("%1 on %2").arg(defectTitle(kind(index.column())), path)
                                         : shown.words;
        default:
            return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return defectTitle(kind(section));
    return {};
}

void PreviewModel::setPreviewer(std::shared_ptr<const DefectPreviewer> previewer) {
    beginResetModel();
    previewer_ = std::move(previewer);
    endResetModel();
    drawAll();
}

void PreviewModel::setParts(std::vector<PartId> parts) {
    if (parts == parts_) return;
    beginResetModel();
    parts_ = std::move(parts);
    places_.clear();
    places_.resize(parts_.size() * kinds_.size());
    endResetModel();
    drawAll();
}

void PreviewModel::setKinds(std::vector<DefectChoice> kinds) {
    beginResetModel();
    kinds_ = std::move(kinds);
    places_.clear();
    places_.resize(parts_.size() * kinds_.size());
    endResetModel();
    drawAll();
}

void PreviewModel::setParams(const std::string& kind, const Json& params) {
    const auto found = std::ranges::find(kinds_, kind, &DefectChoice::kind);
    if (found == kinds_.end() || found->params == params) return;
    found->params = params;
    drawColumn(static_cast<int>(found - kinds_.begin()));
}

void PreviewModel::setSetting(const PreviewSetting& setting) {
    if (setting == setting_) return;
    setting_ = setting;
    drawAll();
}

void PreviewModel::drawAll() {
    // What waits is all stale now; what runs will be.
    pool_.clear();
    pending_ = 0;
    for (Place& each : places_) {
        each.wanted = 0;
        *each.newest = 0;
    }
    if (!previewer_) return;
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column)
            draw(row, column);
    }
}

void PreviewModel::drawColumn(int column) {
    for (int row = 0; row < rowCount(); ++row)
        draw(row, column);
}

void PreviewModel::draw(int row, int column) {
    Place& target = place(row, column);
    if (target.wanted == 0) ++pending_;
    target.wanted = ++lastDrawing_;
    *target.newest = target.wanted;
    target.cell.isCurrent = false;
    const DefectPreviewRequest request{.part = parts_[static_cast<std::size_t>(row)],
                                       .kind = kinds_[static_cast<std::size_t>(column)],
                                       .mostDefects = setting_.mostDefects,
                                       .segments = setting_.segments,
                                       .seed = setting_.seed,
                                       .number = setting_.number};
    // A running number as priority: the last that was asked for comes first.
    runInBackground(
        this, pool_,
        [previewer = previewer_, request, close = setting_.closeUp, side = side_, newest = target.newest,
         drawing = target.wanted, nothing = tr("Nothing to be seen after 20 draws")] {
            if (*newest != drawing) return PreviewCell();
            return drawCell(*previewer, request, close, side, nothing);
        },
        [this, row, column, drawing = target.wanted](const PreviewCell& cell) {
            take(row, column, drawing, cell);
        },
        static_cast<int>(lastDrawing_ / static_cast<quint64>(std::max(1, rowCount() * columnCount()))));
    const QModelIndex changed = index(row, column);
    Q_EMIT dataChanged(changed, changed);
}

void PreviewModel::take(int row, int column, quint64 drawing, const PreviewCell& cell) {
    if (row >= rowCount() || column >= columnCount() || place(row, column).wanted != drawing) return;
    place(row, column).cell = cell;
    place(row, column).wanted = 0;
    --pending_;
    const QModelIndex changed = index(row, column);
    Q_EMIT dataChanged(changed, changed);
    if (pending_ == 0) Q_EMIT settled();
}

}  // namespace segad::ui
