// Shows a rendered figure as a sheet of paper, as large as there is room.
#pragma once

#include <QImage>
#include <QWidget>

namespace segad::ui {

class FigurePreview : public QWidget {
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    /// Instead of a figure.
    void setMessage(const QString& message);
    const QImage& image() const { return image_; }
    /// The dots per inch with which a figure of this size on paper fits.
    int fittingDpi(const QSizeF& millimetres) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSizeF room() const;

    QImage image_;
    QString message_;
};

}  // namespace segad::ui
