package org.centrallobby.e2e.chaos;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Sets the clock of the JVM that it is loaded into: everything that java.time calls now is off by the milliseconds that stand
 * in the file which the agent's argument names. The file may change at any time. It depends on nothing but the JDK.
 */
public final class ClockAgent {
    private static final String PROPERTY = "central-lobby.clock-offset";
    private static final String CLOCK = "java/time/Clock";
    private static final int ROUND_MILLIS = 50;

    private ClockAgent() {}

    public static void premain(String file, Instrumentation jvm) throws UnmodifiableClassException {
        jvm.addTransformer(new Offset(), true);
        jvm.retransformClasses(Clock.class);
        Thread.ofPlatform().daemon().name("clock-offset").start(() -> follow(Path.of(file)));
    }

    private static void follow(Path file) {
        while (true) {
            try {
                var offset = Files.readString(file).strip();
                if (!offset.isEmpty()) {
                    System.setProperty(PROPERTY, offset);
                }
                Thread.sleep(ROUND_MILLIS);
            } catch (IOException e) {
                // Whoever set the clock has gone, and this process goes soon.
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Adds the offset to the one instant from which java.time derives all others. */
    private static final class Offset implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (!name.equals(CLOCK)) {
                return null;
            }
            var file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString("currentInstant"), (code, element) -> {
                                if (element instanceof ReturnInstruction) {
                                    var instant = ClassDesc.of("java.time.Instant");
                                    code.ldc(PROPERTY)
                                            .lconst_0()
                                            .invokestatic(
                                                    ConstantDescs.CD_Long,
                                                    "getLong",
                                                    MethodTypeDesc.of(
                                                            ConstantDescs.CD_Long,
                                                            ConstantDescs.CD_String,
                                                            ConstantDescs.CD_long))
                                            .invokevirtual(
                                                    ConstantDescs.CD_Long,
                                                    "longValue",
                                                    MethodTypeDesc.of(ConstantDescs.CD_long))
                                            .invokevirtual(
                                                    instant,
                                                    "plusMillis",
                                                    MethodTypeDesc.of(instant, ConstantDescs.CD_long));
                                }
                                code.with(element);
                            }));
        }
    }
}
