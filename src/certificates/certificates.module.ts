import { Global, Module } from '@nestjs/common';
import { Certificates } from './certificates.service';
import { CertificatesController } from './certificates.controller';
import { NameController } from './name.controller';
import { OwnCertificate } from './own-certificate.guard';
import { Snapshots } from './snapshots.service';
import { VerifyController } from './verify.controller';

@Global()
@Module({
  controllers: [CertificatesController, NameController, VerifyController],
  providers: [Certificates, Snapshots, OwnCertificate],
  exports: [Certificates],
})
export class CertificatesModule {}
