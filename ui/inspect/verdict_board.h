// The verdict, to be read from across the hall: colour, shape and word, and beside it what it is about.
// While a part is looked at again, the board is only framed in its colour: what is filled is live.
#pragma once

#include <QWidget>

#include "ui/inspect/recent_parts.h"

class QPainter;

namespace segad::ui {

/// Draws the sign of a verdict into a square: a tick in a disc, a disc half full, a cross in an octagon; with
/// no verdict a question mark in a square. `ground` is the colour below it.
void drawVerdictSign(QPainter& painter, const QRectF& square, std::optional<Verdict> verdict,
                     const QColor& ink, const QColor& ground);

/// What stands on the verdict's colour: black or white, whatever is read better.
QColor inkOn(const QColor& ground);

class VerdictBoard : public QWidget {
    Q_OBJECT

public:
    explicit VerdictBoard(QWidget* parent = nullptr);

    /// `held`: it is looked at again. Null: there is none yet, and `waiting` is said instead.
    void setPart(const RecentParts::Part& part, bool held, const QString& waiting);
    /// Thresholds that the score is said against.
    void setThresholds(const std::optional<ThresholdRecord>& thresholds);

    /// Height of the word in pixels, as it is drawn.
    int wordHeight() const;
    /// The large word: "PASS".
    QString word() const;
    QStringList details() const;

    QSize minimumSizeHint() const override { return {240, 72}; }
    QSize sizeHint() const override { return {600, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont wordFont() const;
    void say();
    void paintDetails(QPainter& painter, const QRectF& room, const QColor& ink) const;

    RecentParts::Part part_;
    bool held_ = false;
    QString waiting_;
    std::optional<ThresholdRecord> thresholds_;
};

}  // namespace segad::ui
