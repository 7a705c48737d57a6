// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Access.Account;

/// <summary>How hard a password is to guess, by zxcvbn (Wheeler, USENIX Security 2016).</summary>
public sealed class PasswordStrength
{
    /// <summary>Of 0 to 4: safely unguessable, needing more than 10⁸ tries.</summary>
    public const int Least = 3;

    // The estimate is cubic in the length; the first characters alone must be strong enough.
    private const int Judged = 48;

    // zxcvbn knows English words only. These are the first that somebody who knows Faro and its people would try.
    private static readonly string[] Guessable =
    [
        "faro",
        "trata",
        "victima",
        "personas",
        "programa",
        "albergue",
        "contraseña",
        "contrasena",
        "clave",
        "secreto",
        "secreta",
        "usuario",
        "administrador",
        "administradora",
        "bienvenido",
        "bienvenida",
        "hola",
        "mexico",
        "jalisco",
        "vallarta",
        "puerto",
        "guadalajara",
        "nayarit",
        "guatemala",
        "tapachula",
        "america",
        "chivas",
        "guadalupe",
        "corazon",
        "princesa",
        "mariposa",
        "estrella",
        "teamo",
        "amor",
        "jesus",
        "maria",
        "jose",
        "alejandro",
        "alejandra",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "lunes",
        "viernes",
        "verano",
        "invierno",
    ];

    private readonly Zxcvbn.Zxcvbn _judge = new(Zxcvbn.Translation.English);

    /// <param name="password">Any text.</param>
    /// <param name="ownWords">Names of the person, the agency and the programme: worth nothing in a password.</param>
    /// <returns>0 (the first try finds it) to 4.</returns>
    public int Score(string password, IEnumerable<string> ownWords)
    {
        var known = ownWords
            .SelectMany(words =>
                words.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries)
            )
            .Concat(Guessable)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return _judge
            .EvaluatePassword(password.Length > Judged ? password[..Judged] : password, known)
            .Score;
    }
}
