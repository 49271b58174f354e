package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Waived;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judgement as JSON and back; a number that is not there stays not there. */
final class JudgementJson {
    private JudgementJson() {}

    static void write(JsonGenerator json, Judgement judgement) throws IOException {
        json.writeStartObject();
        writeVerdict(json, judgement.verdict());
        writeNumbers(json, judgement.counts(), judgement.secrets());
        writeWaived(json, judgement.waived());
        json.writeArrayFieldStart("warnings");
        for (String warning : judgement.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
        writeNovelty(json, judgement.novelty());
        json.writeEndObject();
    }

    static void writeNumbers(JsonGenerator json, @Nullable SeverityCounts counts, @Nullable Integer secrets)
            throws IOException {
        if (counts != null) {
            json.writeObjectFieldStart("counts");
            for (Severity severity : Severity.values()) {
                json.writeNumberField(severity.word(), counts.of(severity));
            }
            json.writeEndObject();
        }
        if (secrets != null) {
            json.writeNumberField("secrets", secrets);
        }
    }

    static void writeNovelty(JsonGenerator json, @Nullable Novelty novelty) throws IOException {
        if (novelty != null) {
            json.writeObjectFieldStart("novelty");
            json.writeNumberField("introduced", novelty.introduced());
            json.writeNumberField("disclosed", novelty.disclosed());
            json.writeNumberField("known", novelty.known());
            json.writeNumberField("fixed", novelty.fixed());
            json.writeEndObject();
        }
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStringField("verdict", verdict.kind().name());
        Verdict.@Nullable Fail fail = verdict.fold(it -> null, it -> it, it -> null);
        if (fail != null) {
            json.writeNumberField("omitted", fail.omitted());
            json.writeArrayFieldStart("violations");
            for (Violation each : fail.violations()) {
                json.writeStartObject();
                json.writeStringField("rule", each.rule());
                json.writeStringField("subject", each.subject());
                json.writeStringField("severity", each.severity().word());
                json.writeStringField("message", each.message());
                json.writeStringField("howToFix", each.howToFix());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        Verdict.@Nullable Indeterminate unknown = verdict.fold(it -> null, it -> null, it -> it);
        if (unknown != null) {
            json.writeStringField("cause", unknown.cause().name());
            json.writeStringField("message", unknown.message());
            json.writeStringField("howToFix", unknown.howToFix());
        }
    }

    private static void writeWaived(JsonGenerator json, List<Waived> waived) throws IOException {
        json.writeArrayFieldStart("waived");
        for (Waived each : waived) {
            json.writeStartObject();
            json.writeStringField("subject", each.subject());
            json.writeStringField("severity", each.severity().word());
            json.writeStringField("exception", each.exception());
            json.writeStringField("owner", each.owner());
            json.writeStringField("expires", each.expires());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static Judgement read(JsonItem item) {
        return new Judgement(
                verdict(item),
                item.has("counts") ? counts(item.object("counts")) : null,
                item.has("secrets") ? (Integer) item.small("secrets") : null,
                item.items("waived", JudgementJson::waived),
                item.texts("warnings"),
                item.has("novelty") ? novelty(item.object("novelty")) : null);
    }

    private static Verdict verdict(JsonItem item) {
        return switch (item.word("verdict", VerdictKind.class)) {
            case PASS -> new Verdict.Pass();
            case FAIL -> new Verdict.Fail(item.items("violations", JudgementJson::violation), item.whole("omitted"));
            case INDETERMINATE ->
                new Verdict.Indeterminate(
                        item.word("cause", IndeterminateCause.class), item.text("message"), item.text("howToFix"));
        };
    }

    private static Violation violation(JsonItem item) {
        return new Violation(
                item.text("rule"),
                item.text("subject"),
                item.word("severity", Severity.class),
                item.text("message"),
                item.text("howToFix"));
    }

    static SeverityCounts counts(JsonItem item) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, item.whole(severity.word()));
        }
        return new SeverityCounts(counts);
    }

    private static Waived waived(JsonItem item) {
        return new Waived(
                item.text("subject"),
                item.word("severity", Severity.class),
                item.text("exception"),
                item.text("owner"),
                item.text("expires"));
    }

    static Novelty novelty(JsonItem item) {
        return new Novelty(item.whole("introduced"), item.whole("disclosed"), item.whole("known"), item.whole("fixed"));
    }
}
