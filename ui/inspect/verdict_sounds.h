// A sound for each verdict, told apart with eyes closed: one high tone for pass, two middle ones for review,
// three low ones for reject. They are played by whatever player the system has (PipeWire, PulseAudio or
// ALSA); without one, or without an audio device, the desktop's own beep is as much as can be heard.
//
// Threads: GUI thread. Nothing waits for a sound, and one that still plays is not interrupted: many parts a
// second make no noise.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include "core/project/records.h"

class QProcess;
class QTemporaryDir;

namespace segad::ui {

/// Mono, 16 bit, 22,050 Hz, as a WAV file.
QByteArray verdictTone(Verdict verdict);

class VerdictSounds : public QObject {
    Q_OBJECT

public:
    explicit VerdictSounds(QObject* parent = nullptr);
    ~VerdictSounds() override;

    /// Plays what the settings ask to be heard of.
    void play(Verdict verdict);
    /// Whatever the settings say.
    void tryOut(Verdict verdict);

private:
    QString fileOf(Verdict verdict);

    QProcess* player_;
    std::unique_ptr<QTemporaryDir> files_;
    QString program_;  ///< empty: there is none
};

}  // namespace segad::ui
