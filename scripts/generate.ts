import { runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';

runScript(() => generatePrismaClient());
