package org.centrallobby.letter.supporter;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the mail domain that was probably meant where another was typed: one slip of a finger away from one that many have. */
final class MistypedDomain {
    /** What people in the United Kingdom have most. The short ones only keep themselves from being corrected. */
    private static final Set<String> COMMON = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "hotmail.co.uk",
            "outlook.com",
            "live.com",
            "live.co.uk",
            "yahoo.com",
            "yahoo.co.uk",
            "ymail.com",
            "rocketmail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "msn.com",
            "aol.com",
            "aol.co.uk",
            "btinternet.com",
            "btopenworld.com",
            "virginmedia.com",
            "ntlworld.com",
            "blueyonder.co.uk",
            "talktalk.net",
            "tiscali.co.uk",
            "sky.com",
            "plus.com",
            "plusnet.com",
            "protonmail.com",
            "proton.me",
            "fastmail.com",
            "gmx.com",
            "gmx.co.uk");

    /** Real ones that look like a slip. */
    private static final Set<String> REAL =
            Set.of("mail.com", "email.com", "gmail.co", "outlook.co", "lives.com", "olive.com");

    private static final int SHORTEST = 8;
    private static final Pattern COM = Pattern.compile("\\.(con|cim|cpm|vom|xom|ocm|cmo|comm|coml|com\\.com)$");
    private static final Pattern CO_UK =
            Pattern.compile("\\.(co\\.(uj|ul|ik|yk|ukk|uuk)|cou\\.k|co\\.u\\.k|couk|c0\\.uk|cp\\.uk)$");

    private MistypedDomain() {}

    /** The domain that was probably meant; empty where the typed one looks like one. */
    static Optional<String> meant(String domain) {
        if (COMMON.contains(domain) || REAL.contains(domain)) {
            return Optional.empty();
        }
        var ended = CO_UK.matcher(COM.matcher(domain).replaceFirst(".com")).replaceFirst(".co.uk");
        if (COMMON.contains(ended)) {
            return Optional.of(ended);
        }
        return COMMON.stream()
                .filter(common -> common.length() >= SHORTEST && isOneSlipAway(ended, common))
                .sorted()
                .findFirst()
                .or(() -> ended.equals(domain) ? Optional.empty() : Optional.of(ended));
    }

    /** One character wrong, missing, too many, or two neighbours swapped. */
    private static boolean isOneSlipAway(String typed, String common) {
        var start = 0;
        var shorter = Math.min(typed.length(), common.length());
        while (start < shorter && typed.charAt(start) == common.charAt(start)) {
            start++;
        }
        var typedRest = typed.substring(start);
        var commonRest = common.substring(start);
        return switch (typed.length() - common.length()) {
            case 0 -> tail(typedRest, 1).equals(tail(commonRest, 1)) || isSwapped(typedRest, commonRest);
            case 1 -> tail(typedRest, 1).equals(commonRest);
            case -1 -> typedRest.equals(tail(commonRest, 1));
            default -> false;
        };
    }

    private static boolean isSwapped(String typed, String common) {
        return typed.length() >= 2
                && typed.charAt(0) == common.charAt(1)
                && typed.charAt(1) == common.charAt(0)
                && tail(typed, 2).equals(tail(common, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
