#include "ui/inspect/verdict_board.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr double kWordShare = 0.76;     ///< of the board's height
constexpr double kWordWidth = 0.7;      ///< of its width, at most
constexpr double kWaitingShare = 0.34;  ///< words that only say that there is nothing yet
constexpr double kSignShare = 0.66;
constexpr double kDetailShare = 0.15;
constexpr int kLeastDetail = 12;
constexpr int kFrame = 8;

QPolygonF octagon(const QRectF& square) {
    QPolygonF shape;
    for (int corner = 0; corner < 8; ++corner) {
        const double angle = (corner + 0.5) * std::acos(-1.0) / 4;
        shape << square.center() +
                     QPointF(std::cos(angle), std::sin(angle)) * square.width() / 2 / std::cos(0.3927);
    }
    return shape;
}

QColor colorOf(const std::optional<Verdict>& verdict) {
    return verdict ? verdictColor(*verdict) : labelColor(Label::Unlabelled);
}

void drawTick(QPainter& painter, const QRectF& square) {
    const QPointF corner = square.topLeft();
    const double side = square.width();
    painter.drawPolyline(QPolygonF{corner + QPointF(0.27, 0.53) * side, corner + QPointF(0.44, 0.69) * side,
                                   corner + QPointF(0.74, 0.34) * side});
}

void drawCross(QPainter& painter, const QRectF& square) {
    const QRectF inside = square.marginsRemoved(QMarginsF() + square.width() * 0.3);
    painter.drawLine(inside.topLeft(), inside.bottomRight());
    painter.drawLine(inside.topRight(), inside.bottomLeft());
}
}  // namespace

QColor inkOn(const QColor& ground) {
    // Relative luminance as WCAG has it; white from the point where it has the higher contrast.
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance =
        0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF());
    return (luminance + 0.05) * (luminance + 0.05) > 1.05 * 0.05 ? QColor(0x10, 0x12, 0x14)
                                                                 : QColor(Qt::white);
}

void drawVerdictSign(QPainter& painter, const QRectF& square, std::optional<Verdict> verdict,
                     const QColor& ink, const QColor& ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QPen stroke(ground, square.width() * 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!verdict) {
        painter.drawRoundedRect(square, square.width() * 0.12, square.width() * 0.12);
        QFont font = painter.font();
        font.setBold(true);
        font.setPixelSize(std::max(1, static_cast<int>(square.height() * 0.75)));
        painter.setFont(font);
        painter.setPen(ground);
        painter.drawText(square, Qt::AlignCenter, QStringLiteral("?"));
    } else if (*verdict == Verdict::Pass) {
        painter.drawEllipse(square);
        painter.setPen(stroke);
        drawTick(painter, square);
    } else if (*verdict == Verdict::Review) {
        const double line = square.width() * 0.09;
        const QRectF ring = square.marginsRemoved(QMarginsF() + line / 2);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, line));
        painter.drawEllipse(ring);
    } else {
        painter.drawPolygon(octagon(square));
        painter.setPen(stroke);
        drawCross(painter, square);
    }
    painter.restore();
}

VerdictBoard::VerdictBoard(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    say();
}

void VerdictBoard::setPart(const RecentParts::Part& part, bool held, const QString& waiting) {
    part_ = part;
    held_ = held;
    waiting_ = waiting;
    say();
    update();
}

void VerdictBoard::setThresholds(const std::optional<ThresholdRecord>& thresholds) {
    thresholds_ = thresholds;
    update();
}

void VerdictBoard::say() {
    setAccessibleName(tr("Verdict: %1").arg(word()));
    setAccessibleDescription(details().join(QStringLiteral(". ")));
}

QString VerdictBoard::word() const {
    if (!part_) return waiting_;
    return part_->verdict ? verdictText(*part_->verdict).toUpper()
                          : noVerdictText(part_->noVerdict).toUpper();
}

QStringList VerdictBoard::details() const {
    if (!part_) return {};
    QStringList lines;
    lines << (held_ ? tr("looked at again: %1").arg(part_->name()) : part_->name());
    if (!part_->verdict) {
        lines << part_->error.section(QStringLiteral(". "), 0, 0);  // the rest stands with the picture
        return lines;
    }
    if (!part_->remark.isEmpty()) lines << tr("another size than usual");
    const QLocale locale;
    QString score = tr("score %1").arg(locale.toString(part_->score, 'f', 2));
    if (thresholds_) {
        score += part_->verdict == Verdict::Pass
                     ? tr(", passes below %1").arg(locale.toString(thresholds_->review, 'f', 2))
                     : tr(", rejected from %1").arg(locale.toString(thresholds_->reject, 'f', 2));
    }
    lines << score;
    if (part_->verdict != Verdict::Pass && !part_->segment.isEmpty())
        lines << tr("because of: %1").arg(part_->segment);
    if (part_->ruled) {
        lines << tr("%1 said to be %2").arg(labelMark(*part_->ruled), labelText(*part_->ruled));
    } else {
        lines << part_->judgedAt.time().toString(QStringLiteral("hh:mm:ss"));
    }
    return lines;
}

QFont VerdictBoard::wordFont() const {
    QFont font = this->font();
    font.setBold(true);
    const double wanted = height() * (part_ ? kWordShare : kWaitingShare);
    font.setPixelSize(std::max(8, static_cast<int>(wanted)));
    const double wide = QFontMetricsF(font).horizontalAdvance(word());
    const double room = width() * (part_ ? kWordWidth : 0.92) - (part_ ? height() * kSignShare : 0);
    if (wide > room) font.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * room / wide)));
    return font;
}

int VerdictBoard::wordHeight() const {
    return wordFont().pixelSize();
}

void VerdictBoard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF board = QRectF(rect());
    if (!part_) {
        painter.fillRect(board, palette().color(QPalette::AlternateBase));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.setFont(wordFont());
        painter.drawText(board, Qt::AlignCenter, word());
        return;
    }
    const QColor color = colorOf(part_->verdict);
    QColor ink = inkOn(color);
    QColor ground = color;
    if (held_) {
        ground = palette().color(QPalette::Base);
        ink = palette().color(QPalette::Text);
        painter.fillRect(board, color);
        painter.fillRect(board.marginsRemoved(QMarginsF() + kFrame), ground);
    } else {
        painter.fillRect(board, color);
    }
    const double side = board.height() * kSignShare;
    const double margin = (board.height() - side) / 2;
    drawVerdictSign(painter, {margin, margin, side, side}, part_->verdict, held_ ? color : ink, ground);
    painter.setPen(ink);
    painter.setFont(wordFont());
    const double left = margin * 2 + side;
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(word());
    painter.drawText(QRectF(left, 0, wide + 2, board.height()), Qt::AlignVCenter | Qt::AlignLeft, word());
    const double detailLeft = left + wide + margin * 1.5;
    paintDetails(
        painter,
        {detailLeft, margin * 0.7, board.width() - detailLeft - margin, board.height() - margin * 1.4}, ink);
}

void VerdictBoard::paintDetails(QPainter& painter, const QRectF& room, const QColor& ink) const {
    const QStringList lines = details();
    if (lines.isEmpty() || room.width() < height() / 2.0) return;
    QFont font = this->font();
    font.setPixelSize(std::max(kLeastDetail, static_cast<int>(height() * kDetailShare)));
    const double spacing = QFontMetricsF(font).lineSpacing();
    const auto shown =
        std::min<qsizetype>(lines.size(), std::max(1, static_cast<int>(room.height() / spacing)));
    painter.setPen(ink);
    double top = room.center().y() - static_cast<double>(shown) * spacing / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        font.setBold(i == 0 || (i == 2 && part_->verdict && part_->verdict != Verdict::Pass));
        // Smaller before it is cut off.
        QFont fitting = font;
        const int least = std::max(kLeastDetail, font.pixelSize() * 3 / 5);
        while (fitting.pixelSize() > least &&
               QFontMetricsF(fitting).horizontalAdvance(lines[i]) > room.width())
            fitting.setPixelSize(fitting.pixelSize() - 1);
        painter.setFont(fitting);
        const QFontMetricsF metrics(fitting);
        painter.drawText(QRectF(room.left(), top, room.width(), spacing), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(lines[i], Qt::ElideMiddle, room.width()));
        top += spacing;
    }
}

}  // namespace segad::ui
