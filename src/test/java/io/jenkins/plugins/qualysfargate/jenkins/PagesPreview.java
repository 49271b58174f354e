package io.jenkins.plugins.qualysfargate.jenkins;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ListView;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import io.jenkins.plugins.qualysfargate.jenkins.trend.ComplianceColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * No test: a Jenkins with scans of every kind for people who want to look at the pages. It says where it is, and stays
 * until the file {@code qualysfargate.preview} is deleted, an hour at most.
 */
@WithJenkins
@EnabledIfSystemProperty(named = "qualysfargate.preview", matches = ".+")
class PagesPreview {
    private final SampleImages samples = SampleImages.at(Instant.now());

    @Test
    void show(JenkinsRule jenkins) throws Exception {
        jenkins.timeout = 0;
        FreeStyleProject shop = jenkins.createFreeStyleProject("shop");
        for (int i = 0; i < 34; i++) {
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(shop);
            JudgedImage image = i % 11 == 6
                    ? samples.unknown("registry.example/shop/web:1." + i)
                    : samples.vulnerable("registry.example/shop/web:1." + i, Platform.LINUX_AMD64, 20 + (i * 37) % 90);
            ScannedBuilds.add(build, image.report() == null ? SampleImages.run(image) : samples.compared(image));
        }
        ScannedBuilds.add(jenkins.buildAndAssertSuccess(shop), SampleImages.run(several()));
        FreeStyleProject payments = jenkins.createFreeStyleProject("payments");
        ScannedBuilds.add(
                jenkins.buildAndAssertSuccess(payments),
                samples.compared(
                        samples.vulnerable("registry.example/payments/api:1.4.2", Platform.LINUX_AMD64, 20_000)));
        FreeStyleProject clean = jenkins.createFreeStyleProject("website");
        ScannedBuilds.add(
                jenkins.buildAndAssertSuccess(clean),
                samples.compared(samples.clean("registry.example/website:3", Platform.LINUX_AMD64)));
        FreeStyleProject many = jenkins.createFreeStyleProject("many");
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(many);
        ScannedBuilds.add(build, SampleImages.run(many()));
        ScannedBuilds.add(build, SampleImages.run(samples.clean("registry.example/base:12", Platform.LINUX_AMD64)));
        ScannedBuilds.add(build, SampleImages.run(samples.unknown("registry.example/slow:1")));
        FreeStyleProject broken = jenkins.createFreeStyleProject("broken");
        FreeStyleBuild damaged = jenkins.buildAndAssertSuccess(broken);
        Files.delete(ScannedBuilds.directory(
                        damaged,
                        ScannedBuilds.add(
                                damaged, SampleImages.run(samples.clean("registry.example/x:1", Platform.LINUX_AMD64))))
                .resolve("verdict.json"));
        jenkins.createFreeStyleProject("nothing");
        ListView view = new ListView("compliance");
        view.setIncludeRegex(".*");
        view.getColumns().add(new ComplianceColumn());
        jenkins.jenkins.addView(view);
        await(jenkins);
    }

    private List<JudgedImage> several() {
        return List.of(
                samples.clean("registry.example/shop/web:2.0", Platform.LINUX_AMD64),
                samples.clean("registry.example/shop/web:2.0", Platform.parse("linux/arm64")),
                samples.infected("registry.example/shop/worker:2.0", Platform.LINUX_AMD64),
                samples.vulnerable("registry.example/shop/worker:2.0", Platform.parse("linux/arm64"), 300),
                samples.unknown("registry.example/shop/cron:2.0"));
    }

    private List<JudgedImage> many() {
        List<JudgedImage> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/service-" + i + ":2026.1";
            images.add(
                    i % 5 == 0
                            ? samples.vulnerable(name, Platform.LINUX_AMD64, 400)
                            : samples.clean(name, Platform.LINUX_AMD64));
        }
        return images;
    }

    private static void await(JenkinsRule jenkins) throws Exception {
        Path file = Path.of(System.getProperty("qualysfargate.preview"));
        Files.writeString(file, jenkins.getURL().toString());
        System.out.println("Look at " + jenkins.getURL() + " and delete " + file + " afterwards");
        for (int i = 0; i < 3600 && Files.exists(file); i++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
