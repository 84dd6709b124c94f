// The PIN that keeps a line's screen in operator mode. It keeps hands off, not burglars out: who may write
// this user's settings can remove it. Stored as a salted hash (PBKDF2 with HMAC-SHA-256, RFC 8018), so that
// nobody reads it there.
#pragma once

#include <QByteArray>
#include <QString>

namespace segad::ui::operator_pin {

constexpr int kLeastDigits = 4;
constexpr int kMostDigits = 12;

/// `length` bytes of PBKDF2-HMAC-SHA-256.
QByteArray derivedKey(const QByteArray& password, const QByteArray& salt, int iterations, int length);

bool isSet();
/// Digits only, as many as the constants say; anything else changes nothing and is false.
bool set(const QString& pin);
void remove();
/// True when it is the one that is set; false when none is set. Takes a few hundredths of a second.
bool matches(const QString& pin);

}  // namespace segad::ui::operator_pin
