// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Programme.Approvals;
using Faro.Programme.Audit;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Caseload.Together;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Faro.Programme.Identification;
using Faro.Programme.Indicators;
using Faro.Programme.Jobs;
using Faro.Programme.Justice;
using Faro.Programme.People;
using Faro.Programme.Regularisation;
using Faro.Programme.Releases;
using Faro.Programme.Screening;
using Faro.Programme.Settings;
using Faro.Programme.Storage;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme;

/// <summary>
/// Every table of the programme, on either database. Screens read from it through their area's <c>VisibleTo</c>; only
/// operations write, because only the writer's instance can save.
/// </summary>
public sealed class FaroDb(DbContextOptions<FaroDb> options)
    : IdentityUserContext<
        User,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<ApprovalRule> ApprovalRules => Set<ApprovalRule>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<BlindToken> BlindTokens => Set<BlindToken>();

    public DbSet<CaseBatch> CaseBatches => Set<CaseBatch>();

    public DbSet<CaseBatchItem> CaseBatchItems => Set<CaseBatchItem>();

    public DbSet<CaseEvidence> CaseEvidence => Set<CaseEvidence>();

    public DbSet<CaseForm> CaseForms => Set<CaseForm>();

    public DbSet<CaseFlag> CaseFlags => Set<CaseFlag>();

    public DbSet<CaseGrant> CaseGrants => Set<CaseGrant>();

    public DbSet<CaseMember> CaseMembers => Set<CaseMember>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    public DbSet<Determination> Determinations => Set<Determination>();

    public DbSet<CaseTask> CaseTasks => Set<CaseTask>();

    public DbSet<DiaryEntry> DiaryEntries => Set<DiaryEntry>();

    public DbSet<ConsentEntry> Consents => Set<ConsentEntry>();

    public DbSet<ConsentOccasion> ConsentOccasions => Set<ConsentOccasion>();

    public DbSet<ConsentText> ConsentTexts => Set<ConsentText>();

    public DbSet<JusticeTrack> JusticeTracks => Set<JusticeTrack>();

    public DbSet<JusticeStep> JusticeSteps => Set<JusticeStep>();

    public DbSet<ProtectionMeasure> ProtectionMeasures => Set<ProtectionMeasure>();

    public DbSet<Hearing> Hearings => Set<Hearing>();

    public DbSet<Reparation> Reparations => Set<Reparation>();

    public DbSet<MigrationSituation> MigrationSituations => Set<MigrationSituation>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<DocumentPiece> DocumentPieces => Set<DocumentPiece>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<Screening.Instrument> Instruments => Set<Screening.Instrument>();

    public DbSet<DueDay> DueDays => Set<DueDay>();

    public DbSet<FirstList> FirstLists => Set<FirstList>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<InterviewSave> InterviewSaves => Set<InterviewSave>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<JobChunk> JobChunks => Set<JobChunk>();

    public DbSet<MappingMemory> MappingMemories => Set<MappingMemory>();

    public DbSet<Perpetrator> Perpetrators => Set<Perpetrator>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonNumber> PersonNumbers => Set<PersonNumber>();

    public DbSet<PlanGoal> PlanGoals => Set<PlanGoal>();

    public DbSet<PlanReview> PlanReviews => Set<PlanReview>();

    public DbSet<PersonRelation> PersonRelations => Set<PersonRelation>();

    public DbSet<ProgrammeProfile> Profiles => Set<ProgrammeProfile>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<PublishedTable> PublishedTables => Set<PublishedTable>();

    public DbSet<SafeContact> SafeContacts => Set<SafeContact>();

    public DbSet<SafetyPlan> SafetyPlans => Set<SafetyPlan>();

    public DbSet<SavedList> SavedLists => Set<SavedList>();

    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();

    public DbSet<SealedKey> SealedKeys => Set<SealedKey>();

    public DbSet<Series> Series => Set<Series>();

    public DbSet<ServiceGiven> ServicesGiven => Set<ServiceGiven>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SourceChunk> SourceChunks => Set<SourceChunk>();

    public DbSet<SourceUpload> SourceUploads => Set<SourceUpload>();

    public DbSet<Study> Studies => Set<Study>();

    public DbSet<StudyAnalysis> StudyAnalyses => Set<StudyAnalysis>();

    public DbSet<HeadlineChoice> StudyHeadlines => Set<HeadlineChoice>();

    public DbSet<AssumptionSignature> StudySignatures => Set<AssumptionSignature>();

    public DbSet<StudyFigure> StudyFigures => Set<StudyFigure>();

    public DbSet<StudySource> StudySources => Set<StudySource>();

    public DbSet<StudyStep> StudySteps => Set<StudyStep>();

    public DbSet<StudyText> StudyTexts => Set<StudyText>();

    public DbSet<TraffickingEvent> TraffickingEvents => Set<TraffickingEvent>();

    public DbSet<TraffickingFact> TraffickingFacts => Set<TraffickingFact>();

    public DbSet<SupportPlan> SupportPlans => Set<SupportPlan>();

    internal bool IsSqlite =>
        Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    /// <summary>True on the instance that an operation writes through.</summary>
    internal bool IsWriter { get; init; }

    /// <summary>The cases that this operation touched so far.</summary>
    internal TouchedCases Touched { get; } = new();

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (!IsWriter)
        {
            throw new InvalidOperationException("Bug in Faro: a write outside an operation");
        }

        // Once saved, a row no longer says that it was changed.
        NoteTouched();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    internal void NoteTouched()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            CaseSettling.Note(entry, Touched);
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException(
            "Bug in Faro: writes are asynchronous and belong to an operation"
        );

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        if (IsSqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FaroDb).Assembly);
        IdentityTables.Map(builder);
    }
}
