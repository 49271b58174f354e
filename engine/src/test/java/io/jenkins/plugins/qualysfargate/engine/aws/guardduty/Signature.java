package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a signature as AWS does: "Signature Version 4 signing process" of the IAM user guide, written down anew. */
final class Signature {
    private static final Pattern HEADER =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([A-Z0-9]+)/([0-9]{8})/([a-z0-9-]+)/"
                    + "([a-z0-9-]+)/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private Signature() {}

    static boolean holds(TroubledPath.Call call, String region, String service, String secret) {
        Matcher header = HEADER.matcher(call.headers().getOrDefault("authorization", ""));
        if (!header.matches()
                || !header.group(3).equals(region)
                || !header.group(4).equals(service)) {
            return false;
        }
        String[] address = call.path().split("\\?", 2);
        String query = address.length < 2
                ? ""
                : Arrays.stream(address[1].split("&")).sorted().collect(Collectors.joining("&"));
        String headers = Arrays.stream(header.group(5).split(";"))
                .map(name -> name + ":" + call.headers().getOrDefault(name, "").strip() + "\n")
                .collect(Collectors.joining());
        String canonical =
                String.join("\n", call.operation(), address[0], query, headers, header.group(5), hash(call.body()));
        String scope = header.group(2) + "/" + region + "/" + service + "/aws4_request";
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", call.headers().getOrDefault("x-amz-date", ""), scope, hash(canonical));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, toSign)).equals(header.group(6));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has HmacSHA256", e);
        }
    }
}
