package io.jenkins.plugins.qualysfargate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.PackageUrl;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxSbomTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The schema and what it refers to lie at the top of the jar of the CycloneDX project. */
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V7,
                    builder -> builder.schemaMappers(
                            mappers -> mappers.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
            .getSchema(
                    SchemaLocation.of("http://cyclonedx.org/schema/bom-1.5.schema.json"),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .formatAssertionsEnabled(true)
                            .build());

    static Stream<GateOutcome> outcomes() {
        return Stream.of(
                Outcomes.pass(),
                Outcomes.fail(),
                Outcomes.indeterminate(),
                Outcomes.several(),
                Outcomes.none(),
                Outcomes.hostile("\uD800 and \u0000 \"</script>"),
                Outcomes.hostile(""));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void shouldKeepToTheSchemaOfCycloneDx(GateOutcome outcome) throws IOException {
        JsonNode document = JSON.readTree(Golden.written(new CycloneDxSbom(KnownFindings.none()), outcome));
        assertThat(problems(document)).isEmpty();
        assertThat(references(document)).doesNotHaveDuplicates();
        assertThat(references(document)).containsAll(texts(document, "ref"));
    }

    @Test
    void shouldBeRejectedByTheSchemaWhenItIsNone() throws IOException {
        JsonNode wrong = JSON.readTree(
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"serialNumber\":\"1\",\"components\":[{}]}");
        assertThat(problems(wrong)).anyMatch(it -> it.contains("serialNumber")).anyMatch(it -> it.contains("name"));
    }

    @Test
    void shouldLookAsItDidWhenItWasLookedAt() throws IOException {
        String pretty = sbom(Outcomes.several()).toPrettyString().replace("\r\n", "\n") + "\n";
        Golden.assertUnchanged(CycloneDxSbom.class, "expected-several.cdx.json", pretty);
    }

    @Test
    void shouldBeAboutTheImageWhenThereIsOne() throws IOException {
        JsonNode document = sbom(Outcomes.fail());
        assertThat(document.at("/metadata/component/type").textValue()).isEqualTo("container");
        assertThat(document.at("/metadata/component/purl").textValue())
                .startsWith("pkg:oci/api@sha256%3A2841bbdb")
                .endsWith("?arch=amd64&repository_url=registry.example%2Fpayments%2Fapi&tag=1.4.2");
        assertThat(document.at("/metadata/timestamp").textValue()).isEqualTo(Outcomes.JUDGED.toString());
        assertThat(texts(document.get("components"), "name")).containsExactly("zlib1g", "pyyaml", "tar");
    }

    @Test
    void shouldHoldOneContainerPerImageWhenThereAreSeveral() throws IOException {
        JsonNode document = sbom(Outcomes.several());
        assertThat(document.at("/metadata").has("component")).isFalse();
        assertThat(document.get("components"))
                .hasSize(4)
                .allMatch(each -> each.get("type").textValue().equals("container"));
        assertThat(texts(document.at("/components/2/components"), "name")).containsExactly("zlib1g", "pyyaml", "tar");
    }

    @Test
    void shouldNotLetAnImageWithoutAReportLookLikeOneWithoutPackages() throws IOException {
        JsonNode alone = sbom(Outcomes.indeterminate());
        assertThat(alone.has("components")).isFalse();
        assertThat(alone.has("vulnerabilities")).isFalse();
        assertThat(alone.at("/compositions/0/aggregate").textValue()).isEqualTo("unknown");
        assertThat(property(alone.at("/metadata/component"), "incomplete"))
                .singleElement()
                .asString()
                .contains("no complete report");
        assertThat(property(alone.get("metadata"), "incomplete"))
                .singleElement()
                .asString()
                .contains("1 image of 1");

        JsonNode among = sbom(Outcomes.several()).at("/components/3");
        assertThat(among.has("components")).isFalse();
        assertThat(property(among, "incomplete")).singleElement().asString().contains("no complete report");
        assertThat(property(sbom(Outcomes.fail()).get("metadata"), "incomplete"))
                .isEmpty();
    }

    @Test
    void shouldNotLetARunOverNoImageLookComplete() throws IOException {
        JsonNode document = sbom(Outcomes.none());
        assertThat(document.at("/compositions/0/aggregate").textValue()).isEqualTo("unknown");
        assertThat(property(document.get("metadata"), "incomplete"))
                .singleElement()
                .asString()
                .contains("No image");
    }

    @Test
    void shouldSayThatOnlyPackagesWithFindingsAreListedWhenThereIsNoInventory() throws IOException {
        JsonNode document = sbom(inventory(List.of()));
        assertThat(texts(document.get("components"), "name")).containsExactly("zlib1g", "pyyaml", "tar");
        assertThat(property(document.at("/metadata/component"), "incomplete"))
                .singleElement()
                .asString()
                .contains("no inventory");
        assertThat(document.at("/compositions/0/aggregate").textValue()).isEqualTo("incomplete");
    }

    @Test
    void shouldNameAPackageByTheUrlOfTheInventoryAndByNoneThatItWouldHaveToGuess() throws IOException {
        JsonNode components = sbom(inventory(List.of(
                        new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:pypi/pyyaml@5.3")),
                        new InstalledPackage("zlib1g", "1:1.2.11"))))
                .get("components");
        assertThat(components.at("/0/purl").textValue()).isEqualTo("pkg:pypi/pyyaml@5.3");
        assertThat(components.get(1).has("purl")).isFalse();
    }

    @Test
    void shouldCallEveryPackageOfTheNameAndVersionAffected() throws IOException {
        InstalledPackage python = new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:pypi/pyyaml@5.3"));
        InstalledPackage packed = new InstalledPackage("pyyaml", "5.3", new PackageUrl("pkg:conda/pyyaml@5.3"));
        JsonNode document = sbom(inventory(List.of(python, packed, python)));
        assertThat(texts(document.at("/vulnerabilities/1/affects"), "ref"))
                .containsExactly("image-1/package-1", "image-1/package-2", "image-1/package-3");
        assertThat(texts(document.get("components"), "name")).containsExactly("pyyaml", "pyyaml", "zlib1g", "tar");
    }

    @Test
    void shouldWriteAFindingOnceWithItsRatingsAndWhatItAffects() throws IOException {
        JsonNode all = sbom(Outcomes.fail()).get("vulnerabilities");
        assertThat(texts(all, "id")).contains("178901", "980901", "178902", "178903", "999999");
        assertThat(all).hasSize(5);
        JsonNode zlib = all.get(0);
        assertThat(zlib.at("/ratings/0/severity").textValue()).isEqualTo("critical");
        assertThat(zlib.at("/ratings/1/score").doubleValue()).isEqualTo(68);
        assertThat(zlib.at("/ratings/2/score").doubleValue()).isEqualTo(9.8);
        assertThat(zlib.at("/references/0/id").textValue()).isEqualTo("CVE-2022-37434");
        assertThat(zlib.at("/affects/0/ref").textValue()).isEqualTo("image-1/package-1");
        assertThat(zlib.get("recommendation").textValue()).isEqualTo("Update zlib1g to 1:1.2.13.");
        assertThat(all.at("/4/ratings/0/severity").textValue()).isEqualTo("unknown");
        assertThat(all.at("/4/affects/0/ref").textValue()).isEqualTo("image-1");
        assertThat(property(all.get(3), "exception")).containsExactly("EX-7, owner platform-team, expires 2026-06-30");
    }

    @Test
    void shouldMarkWhatIsNewAgainstTheBaseline() throws IOException {
        Baseline baseline =
                new Baseline("previous", Set.of(new FindingIdentity("178901", "zlib1g")), Set.of(), Map.of());
        JsonNode all = JSON.readTree(Golden.written(new CycloneDxSbom(image -> baseline), Outcomes.fail()))
                .get("vulnerabilities");
        assertThat(property(all.get(0), "new")).containsExactly("false");
        assertThat(property(all.get(1), "new")).containsExactly("true");
        assertThat(property(sbom(Outcomes.fail()).at("/vulnerabilities/0"), "new"))
                .isEmpty();
    }

    @Test
    void shouldGiveEqualContentTheSameNumberAndOtherContentAnother() throws IOException {
        String number = sbom(Outcomes.fail()).get("serialNumber").textValue();
        assertThat(number).isEqualTo(sbom(Outcomes.fail()).get("serialNumber").textValue());
        assertThat(number)
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(sbom(inventory(List.of())).get("serialNumber").textValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {SbomPackages.MOST_BESIDES_INVENTORY, SbomPackages.MOST_BESIDES_INVENTORY + 1})
    void shouldSayThatItListsNoMoreWhenFindingsNameTooManyPackages(int count) throws IOException {
        List<AffectedPackage> many = IntStream.range(0, count)
                .mapToObj(i -> new AffectedPackage("p" + i, "1", null, null, null))
                .toList();
        Finding finding = new Finding("1", Severity.LOW, "t", List.of(), null, null, many, false, false);
        JsonNode document = sbom(Outcomes.with(Findings.of(List.of(finding))));
        assertThat(document.get("components")).hasSize(SbomPackages.MOST_BESIDES_INVENTORY + 2);
        boolean tooMany = count > SbomPackages.MOST_BESIDES_INVENTORY;
        assertThat(property(document.at("/metadata/component"), "incomplete")).hasSize(tooMany ? 1 : 0);
        assertThat(texts(document.at("/vulnerabilities/0/affects"), "ref").contains("image-1"))
                .isEqualTo(tooMany);
    }

    private static JsonNode sbom(GateOutcome outcome) throws IOException {
        return JSON.readTree(Golden.written(new CycloneDxSbom(KnownFindings.none()), outcome));
    }

    /** The failed image with another inventory. */
    private static GateOutcome inventory(List<InstalledPackage> packages) {
        JudgedImage failed = Outcomes.failed();
        ScanReport report = Objects.requireNonNull(failed.report());
        ScanReport changed = new ScanReport(
                report.image(),
                report.scanner(),
                report.scannerVersion(),
                report.scanTypes(),
                report.findings(),
                report.secrets(),
                report.malware(),
                packages,
                report.scannedAt());
        return new GateOutcome(List.of(new JudgedImage(
                failed.name(),
                failed.digest(),
                failed.platform(),
                changed,
                failed.judgement(),
                failed.judgedAt(),
                failed.source())));
    }

    private static List<String> problems(JsonNode document) {
        List<String> problems = new ArrayList<>();
        SCHEMA.validate(document).forEach(each -> problems.add(each.toString()));
        return problems;
    }

    private static List<String> references(JsonNode document) {
        return document.findValuesAsText("bom-ref");
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        if (node.isObject()) {
            return node.findValuesAsText(field);
        }
        node.forEach(each -> texts.add(each.get(field).textValue()));
        return texts;
    }

    private static List<String> property(JsonNode node, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : node.path("properties")) {
            if (each.get("name").textValue().equals("qualys-fargate:" + name)) {
                values.add(each.get("value").textValue());
            }
        }
        return values;
    }
}
