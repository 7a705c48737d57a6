// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Access;

/// <summary>The pages of signing in, of the own account and of the accounts.</summary>
public static class AccessLinks
{
    public const string SignIn = "/entrar";
    public const string SignInCode = "/entrar/codigo";
    public const string SignInPassword = "/entrar/cambiar-contrasena";
    public const string PasskeyOptions = "/entrar/llave/opciones";
    public const string SignOut = "/salir";
    public const string Account = "/cuenta";
    public const string AccountPassword = "/cuenta/contrasena";
    public const string AccountCodes = "/cuenta/codigos";
    public const string AccountPasskeys = "/cuenta/llaves";
    public const string AccountPasskeyOptions = "/cuenta/llaves/opciones";
    public const string AccountTokens = "/cuenta/accesos";
    public const string Users = "/usuarios";
    public const string NewUser = "/usuarios/nuevo";

    public static string User(Guid id) => $"{Users}/{id}";

    /// <summary>A step of signing in, which remembers where the person wanted to go.</summary>
    public static string Step(string page, string? back) =>
        string.IsNullOrEmpty(back) ? page : $"{page}?volver={Uri.EscapeDataString(back)}";
}
