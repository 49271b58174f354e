package io.jenkins.plugins.qualysfargate.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies allow what the permissions page explains, and that is as little as AWS lets them. */
class PermissionsTest {
    private static final Specification SPECIFICATION = new Specification();
    private static final Path PAGE = Path.of("../docs/user/aws-permissions.md");
    private static final Pattern HEADING = Pattern.compile("^## .*`(\\w+)`.*");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+:\\w+)` \\|(.*)\\|$");
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Z][A-Za-z]+");

    /** As a failed call names it, for example {@code "dynamodb:PutItem"}. */
    private static final Pattern CALL = Pattern.compile(
            "\"((?:cloudwatch|dynamodb|ecr|ecs|guardduty|kms|logs|s3|secretsmanager|sns|sqs|sts):[A-Z]\\w+)\"");

    /** Where the operation is handed in, as in {@code "dynamodb:" + operation}. */
    private static final Pattern SERVICE = Pattern.compile("\"([a-z0-9]+):\" \\+ ");

    private static final Pattern WORD = Pattern.compile("\"([A-Z][A-Za-z]+)\"");

    /** Its resource would be a container instance, and a list of all tasks names none: it is asked for on any resource. */
    private static final String LIMITED_BY_CLUSTER = "ecs:ListTasks";

    /** Managed policies, characters without white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
    private static final int LONGEST_POLICY = 6_144;

    private record Row(String policy, String action, List<String> cells) {}

    @Test
    void shouldExplainEveryPermissionAndNoOther() throws IOException {
        assertThat(page().stream().map(row -> row.policy() + " " + row.action()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Grant.all().stream()
                        .map(grant -> grant.policy() + " " + grant.action())
                        .collect(toSet()));
    }

    @Test
    void shouldSayOfEachPermissionWhoCallsWhatAndWhatBreaks() throws IOException {
        assertThat(page()).allSatisfy(row -> assertThat(row.cells())
                .as(row.policy() + " " + row.action())
                .hasSize(3)
                .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    }

    @Test
    void shouldAllowOnlyActionsThatExistAndNameEachOfThem() throws IOException {
        assertThat(Grant.all()).hasSizeGreaterThan(40).allSatisfy(grant -> {
            assertThat(grant.action()).matches(ACTION);
            assertThat(SPECIFICATION.narrowable(grant.action()))
                    .as(grant.action())
                    .isPresent();
        });
    }

    @Test
    void shouldAllowAnyResourceOnlyWhereAwsKnowsNoNarrowerOne() throws IOException {
        Set<String> wide = new TreeSet<>();
        for (Grant grant : Grant.all()) {
            boolean narrowable =
                    !SPECIFICATION.narrowable(grant.action()).orElseThrow().isEmpty();
            boolean byCluster = grant.action().equals(LIMITED_BY_CLUSTER);
            assertThat(grant.resources().contains("*")).as(grant.toString()).isEqualTo(!narrowable || byCluster);
            if (!narrowable || byCluster) {
                wide.add(grant.action());
            }
        }
        assertThat(wide)
                .containsExactly(
                        "cloudwatch:PutMetricData",
                        "ecr:GetAuthorizationToken",
                        "ecs:ListClusters",
                        LIMITED_BY_CLUSTER,
                        "guardduty:ListDetectors");
    }

    @Test
    void shouldLimitTheListOfTasksToOwnClusters() throws IOException {
        assertThat(Grant.all().stream().filter(grant -> grant.action().equals(LIMITED_BY_CLUSTER)))
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.condition()
                                .path("ArnLike")
                                .path("ecs:cluster")
                                .path("Fn::Sub")
                                .asText())
                        .isEqualTo("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/*"));
    }

    @Test
    void shouldLimitMetricsToANamespace() throws IOException {
        assertThat(Grant.all().stream()
                        .filter(grant -> grant.action().equals("cloudwatch:PutMetricData"))
                        .map(grant -> grant.condition()
                                .path("StringEquals")
                                .path("cloudwatch:namespace")
                                .asText()))
                .containsExactlyInAnyOrder("QualysFargate", "FargateRuntimeSecurity");
    }

    @Test
    void shouldNameAccountAndRegionInEveryResourceThatHasThem() throws IOException {
        for (Grant grant : Grant.all()) {
            for (String resource : grant.resources()) {
                // The role in a member account serves all regions.
                String region = grant.policy().equals("Member") ? "\\*" : "(\\$\\{AWS::Region})?";
                if (resource.startsWith("arn:") && !resource.contains(":s3:::")) {
                    assertThat(resource)
                            .as(grant.toString())
                            .matches("arn:\\$\\{AWS::Partition}:\\w+:" + region + ":(\\$\\{\\w+:?:?AccountId}"
                                    + "|\\$\\{GateAccount}|\\*:role/\\$\\{NamePrefix}-member).*");
                }
            }
        }
    }

    @Test
    void shouldAssumeRolesOfNamedAccountsOnly() throws IOException {
        assertThat(Grant.all().stream().filter(grant -> grant.action().equals("sts:AssumeRole")))
                .singleElement()
                .satisfies(grant -> assertThat(grant.condition()
                                .path("StringEquals")
                                .path("aws:ResourceAccount")
                                .path("Ref")
                                .asText())
                        .isEqualTo("MemberAccounts"));
    }

    @Test
    void shouldLetNobodyPushButTheWriterOfReferrers() throws IOException {
        Set<String> push =
                Set.of("ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload");
        assertThat(Grant.all().stream()
                        .filter(grant -> push.contains(grant.action()))
                        .map(Grant::policy))
                .hasSize(4)
                .containsOnly("Referrer");
        assertThat(Grant.all()).noneMatch(grant -> grant.action().matches("ecr:.*(Delete|Put[^I]).*"));
        JsonNode referrer = Template.read("policies.yaml").resource("Referrer");
        assertThat(referrer.path("Condition").asText()).isEqualTo("WritesReferrers");
    }

    @Test
    void shouldLetNobodyDeleteResultsUnnoticed() throws IOException {
        assertThat(Grant.all().stream().filter(grant -> grant.action().matches("s3:.*(Delete|Bypass|PutBucket).*")))
                .singleElement()
                .satisfies(grant ->
                        assertThat(grant.policy() + " " + grant.action()).isEqualTo("Purger s3:DeleteObject"));
        for (Template template : Template.all()) {
            template.resources("AWS::IAM::Role").forEach((name, role) -> assertThat(
                            role.at("/Properties/ManagedPolicyArns").toString())
                    .as(name)
                    .doesNotContain("Purger"));
        }
    }

    @Test
    void shouldLetReadersOnlyRead() throws IOException {
        assertThat(Grant.all().stream().filter(grant -> grant.policy().equals("Auditor")))
                .isNotEmpty()
                .allSatisfy(
                        grant -> assertThat(grant.action()).matches("(\\w+:(Get|List)\\w+|\\w+:Query|kms:Decrypt)"));
    }

    @Test
    void shouldFitIntoManagedPolicies() throws IOException {
        assertThat(Grant.documents()).hasSizeGreaterThan(6).allSatisfy((name, document) -> assertThat(
                        document.toString().replaceAll("\\s", ""))
                .as(name)
                .hasSizeLessThan(LONGEST_POLICY));
    }

    @Test
    void shouldAllowWhatTheEngineCalls() throws IOException {
        Set<String> granted = Grant.all().stream().map(Grant::action).collect(toSet());
        // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: nobody needs permission for
        // it.
        granted.add("sts:GetCallerIdentity");
        assertThat(called(Path.of("src/main/java"))).isSubsetOf(granted);
    }

    @ParameterizedTest
    @CsvSource({
        "'new AwsCall(\"s3:DeleteObject\", bucket); \"SCAN#id\" \"sqs:x\"', s3:DeleteObject",
        "'new AwsCall(\"dynamodb:\" + operation, table); call(\"UpdateItem\"); Locale.of(\"Words\")', dynamodb:UpdateItem"
    })
    void shouldSeeCallsInSources(String source, String action) {
        assertThat(calls(source)).containsExactly(action);
    }

    private static Set<String> called(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Set<String> calls = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                calls.addAll(calls(Files.readString(file)));
            }
            return calls;
        }
    }

    private static Set<String> calls(String source) {
        Set<String> calls = new TreeSet<>(
                CALL.matcher(source).results().map(call -> call.group(1)).collect(toSet()));
        SERVICE.matcher(source).results().forEach(service -> WORD.matcher(source)
                .results()
                .map(word -> service.group(1) + ":" + word.group(1))
                .filter(action -> SPECIFICATION.narrowable(action).isPresent())
                .forEach(calls::add));
        return calls;
    }

    private static List<Row> page() throws IOException {
        StringBuilder policy = new StringBuilder();
        return Files.readAllLines(PAGE).stream()
                .<Row>mapMulti((line, rows) -> {
                    Matcher heading = HEADING.matcher(line);
                    if (heading.matches()) {
                        policy.setLength(0);
                        policy.append(heading.group(1));
                    }
                    Matcher row = ROW.matcher(line);
                    if (row.matches()) {
                        rows.accept(new Row(
                                policy.toString(),
                                row.group(1),
                                List.of(row.group(2).split("\\|"))));
                    }
                })
                .toList();
    }
}
