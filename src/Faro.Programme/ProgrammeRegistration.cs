// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Entering;
using Faro.Programme.Backups;
using Faro.Programme.Caseload.Team;
using Faro.Programme.Caseload.Together;
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Programme.Jobs;
using Faro.Programme.Settings;
using Faro.Programme.Storage;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Faro.Programme;

/// <summary>Brings the programme into a host: the web server, the command line, a test.</summary>
public static class ProgrammeRegistration
{
    /// <param name="services">The host's services.</param>
    /// <param name="options">Where this Faro keeps its things.</param>
    /// <param name="engine">The database, chosen by the host.</param>
    public static IServiceCollection AddFaroProgramme(
        this IServiceCollection services,
        FaroOptions options,
        DatabaseEngine engine
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(engine);
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<OperationDoor>();
        services.AddSingleton(provider =>
            Keyring.Open(options.KeyringFile, provider.GetRequiredService<TimeProvider>())
        );
        services.AddSingleton<SealingVault>();
        services.AddSingleton<ErasureLedger>();
        services.AddSingleton<FaroStart>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Restore>();
        services.AddSingleton<JobProgress>();
        services.AddSingleton<JobWorks>();
        services.AddJobWork<LoadSourceWork>();
        services.AddJobWork<CaseBatchWork>();
        services.AddJobWork<UndoBatchWork>();
        services.AddJobWork<RotateKeysWork>();
        services.AddJobWork<SettleCasesWork>();
        services.AddJobWork<StudyStepWork>();
        services.AddJobWork<AnalysisWork>();
        services.AddScoped<DbScope>();
        services.AddTransient(provider => provider.GetRequiredService<DbScope>().Db);
        services.AddSingleton<SourceReception>();
        services.AddSingleton<SourceImport>();
        services.AddSingleton<DocumentReception>();
        services.AddSingleton<TeamView>();
        AddOperations(services);
        AddIdentity(services);
        return services;
    }

    /// <summary>
    /// The stores, hashing and passkeys of ASP.NET Core Identity. Sign-in, lockout and one-time codes are operations of
    /// ours: Identity's own write outside an operation and read the system clock.
    /// </summary>
    private static void AddIdentity(IServiceCollection services)
    {
        services
            .AddIdentityCore<User>(identity =>
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3
            )
            .AddEntityFrameworkStores<FaroDb>();
        services.Configure<PasswordHasherOptions>(hasher =>
            hasher.IterationCount = User.PasswordRounds
        );
        services.AddSingleton<PasswordStrength>();
        services.AddSingleton<BreachedPasswords>();
        services.AddSingleton<SignInTickets>();
    }

    /// <summary>Every operation of every area: they hold nothing but the door, so one of each serves all.</summary>
    private static void AddOperations(IServiceCollection services)
    {
        foreach (
            var type in typeof(FaroDb)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && IsOperation(type))
        )
        {
            services.AddSingleton(type);
        }
    }

    private static bool IsOperation(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(Operation<,>))
            {
                return true;
            }
        }

        return false;
    }
}
