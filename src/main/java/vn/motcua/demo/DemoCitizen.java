package vn.motcua.demo;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.motcua.applicants.Applicants;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.filing.Capacity;
import vn.motcua.filing.FilingDrafts;
import vn.motcua.filing.Filings;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.statistics.Ratings;

/** Files online and rates, by the same ways that are open to everybody with an account. */
@Component
@ConditionalOnProperty("motcua.demo")
class DemoCitizen {

    private record Opinion(int stars, String comment) {}

    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(5, "Cán bộ hướng dẫn tận tình, trả kết quả sớm hơn hẹn."),
            new Opinion(4, ""),
            new Opinion(5, ""),
            new Opinion(3, "Phải bổ sung giấy tờ, nên hướng dẫn rõ hơn từ đầu."),
            new Opinion(5, "Theo dõi được hồ sơ trên điện thoại, rất tiện."),
            new Opinion(4, "Nhanh, nhưng bãi gửi xe hơi chật."),
            new Opinion(2, "Chờ lâu."));

    private final Applicants accounts;
    private final Filings filings;
    private final FilingDrafts begun;
    private final IntakeDrafts drafts;
    private final Agencies agencies;
    private final Procedures procedures;
    private final SampleFiles samples;
    private final Ratings ratings;
    private final Clock clock;

    DemoCitizen(
            Applicants accounts,
            Filings filings,
            FilingDrafts begun,
            IntakeDrafts drafts,
            Agencies agencies,
            Procedures procedures,
            SampleFiles samples,
            Ratings ratings,
            Clock clock) {
        this.accounts = accounts;
        this.filings = filings;
        this.begun = begun;
        this.drafts = drafts;
        this.agencies = agencies;
        this.procedures = procedures;
        this.samples = samples;
        this.ratings = ratings;
        this.clock = clock;
    }

    /** @return the draft */
    UUID fillIn(DemoStory story) {
        SignedInApplicant who = who();
        boolean organisation = story.start().containsKey("applicantName");
        UUID draft = begun.begin(
                who,
                procedure(story),
                agencies.get(story.agency()).id(),
                organisation ? Capacity.ORGANISATION : Capacity.SELF,
                "");
        drafts.keep(draft, begun.get(who, draft).entry().with(story.start()));
        return draft;
    }

    /** @return the dossier code */
    String file(DemoStory story) {
        SignedInApplicant who = who();
        UUID draft = fillIn(story);
        procedure(story).components().stream()
                .filter(component -> component.originals() > 0)
                .map(ProcedureDefinition.Component::name)
                .forEach(paper -> samples.attach(AttachmentHolder.draft(draft), paper, SampleFiles.PAPER, who.actor()));
        return filings.send(who, draft);
    }

    private ProcedureDefinition procedure(DemoStory story) {
        return procedures.getInForce(story.procedure(), filings.today()).definition();
    }

    void rate(String code) {
        Opinion opinion = OPINIONS.get(Math.floorMod(code.hashCode(), OPINIONS.size()));
        ratings.give(code, opinion.stars(), opinion.comment());
    }

    private SignedInApplicant who() {
        long account = accounts.find(DemoPeople.APPLICANT).orElseThrow();
        return new SignedInApplicant(account, DemoPeople.APPLICANT, DemoPeople.APPLICANT_NAME, 0, clock.instant());
    }
}
